#!/usr/bin/python3
"""Usage: kills.py [--kills N] [--seed N]

kill -9 at random moments of form posts, of imports and of reminders, N times altogether (220). After each: what was
acknowledged is there, what is there is whole. At the end the journal's chain holds and each reminder left once.
"""
import argparse
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time

from trial import PROGRAM, ROOT, SAMPLE, Server, expect, prepare, rows, run, sign_in

WRITERS = 4


class Writer(threading.Thread):
    """Sends forms of three kinds without pause, and remembers which were acknowledged before the lights went out."""

    def __init__(self, server, cookies, token, plan, section, name, acknowledged):
        super().__init__()
        self.browser = server.browser(cookies)
        self.token, self.plan, self.section, self.name, self.acknowledged = token, plan, section, name, acknowledged

    def run(self):
        number = 0
        try:
            while True:
                number += 1
                words = f"essai {self.name} {number}"
                kind, path, fields = [
                    ("gap", f"/plans/{self.plan}/gaps", {"section": self.section, f"gap-{self.section}": words}),
                    ("section", f"/plans/{self.plan}/sections", {"title": words, "core_function": ""}),
                    ("person", "/people", {"full_name": words, "language": "fr"}),
                ][0 if number % 10 else number // 10 % 2 + 1]
                status, page = self.browser.post(path, {"csrf": self.token, **fields})
                if status == 303:
                    self.acknowledged.append((kind, words))
                elif status != 403:
                    print(f"{path} answered {status}: {page[:300]}", file=sys.stderr)
                    return
        except Exception:  # the connection died with the server: that is the point
            pass


def check_whole(data, acknowledged):
    stored = {
        "gap": {text for (text,) in rows(data, "SELECT text FROM actions_gap")},
        "section": {text for (text,) in rows(data, "SELECT title FROM actions_section")},
        "person": {text for (text,) in rows(data, "SELECT full_name FROM people_person")},
    }
    for kind, words in acknowledged:
        expect(words in stored[kind], f"the {kind} « {words} » was acknowledged and is gone")
    # A row without its fact in the journal, or the reverse, would be half a write.
    for table, event, column in (("actions_gap", "actions.gap_added", "text"), ("actions_section", "actions.section_added", "title")):
        ((half,),) = rows(data, f"SELECT count(*) FROM {table} g WHERE {column} LIKE 'essai %' AND NOT EXISTS (SELECT 1 FROM journal_event e WHERE e.kind = ? AND (e.object = g.id OR e.after LIKE '%' || g.id || '%'))", event)
        expect(half == 0, f"{half} rows of {table} have no fact in the journal")


def kill_writes(data, plan, section, kills, chance):
    server = Server(data).start()
    browser, token = sign_in(server, "awa-sanou")
    cookies = dict(browser.cookies)
    acknowledged, total = [], 0
    for number in range(kills):
        fresh = []
        writers = [Writer(server, cookies, token, plan, section, f"{number}-{index}", fresh) for index in range(WRITERS)]
        for writer in writers:
            writer.start()
        time.sleep(chance.uniform(0.005, 0.12))
        server.kill()
        for writer in writers:
            writer.join()
        server.start()
        check_whole(data, fresh)
        acknowledged += fresh
        total += len(fresh)
        if number % 50 == 49:
            print(f"{number + 1} kills of form posts, {total} acknowledged writes, none lost", flush=True)
    check_whole(data, acknowledged)
    server.stop()
    expect(total > kills, f"only {total} writes were acknowledged in {kills} rounds: the trial tried nothing")
    return total


def plan_parts(data, year):
    """How many gaps and actions the plan of that year holds; nothing when there is none."""
    plans = rows(data, "SELECT p.id FROM actions_plan p JOIN bodies_body b ON b.id = p.body WHERE b.code = 'NUT' AND p.year = ?", year)
    if not plans:
        return None
    ((gaps, actions),) = rows(data, "SELECT (SELECT count(*) FROM actions_gap WHERE plan = ?1), (SELECT count(*) FROM actions_action WHERE plan = ?1)", plans[0][0])
    return gaps, actions


def kill_imports(data, kills, chance):
    def words(year):
        return ["import", "action-plan", str(SAMPLE), "--year", str(year), "--body", "NUT", "--data", str(data)]

    started = time.monotonic()
    run(*words(2060))
    whole_time = time.monotonic() - started
    whole = plan_parts(data, 2060)
    expect(whole and whole[0] > 0 and whole[1] > 0, "the import of the sample plan wrote nothing")
    written = 0
    for number in range(kills):
        year = 2061 + number
        process = subprocess.Popen([PROGRAM, *words(year)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0, whole_time * 1.2))
        process.kill()
        process.wait()
        found = plan_parts(data, year)
        expect(found in (None, whole), f"the plan of {year} was half imported: {found} of {whole}")
        written += found is not None
    run(*words(2060))
    expect(plan_parts(data, 2060) == whole, "importing the same file twice changed the plan")
    print(f"{kills} kills of imports: {written} plans whole, {kills - written} not begun, none between", flush=True)


class Mailbox:
    def __init__(self, folder):
        folder.mkdir()
        self.folder = folder
        self.process = subprocess.Popen(["/usr/bin/python3", ROOT / "tests/smtp/server.py", folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.port = self.process.stdout.readline().split()[-1]

    def settings(self):
        return ["--smtp-url", f"smtp://localhost:{self.port}", "--smtp-ca-file", self.folder / "certificate.pem"]

    def message_ids(self):
        found = []
        for file in self.folder.glob("*.eml"):
            for line in file.read_text(errors="replace").splitlines():
                if line.lower().startswith("message-id:"):
                    found.append(line.split(":", 1)[1].strip())
                    break
        return found

    def stop(self):
        self.process.stdin.close()
        self.process.wait(10)


def waiting_mail(data):
    return [key for (key,) in rows(data, "SELECT message_key FROM mail_outbox ORDER BY message_key")]


def kill_reminders(folder, data, kills, chance):
    """The same data twice: once left alone, once killed again and again. Both say the same to the same people."""
    calm, rough = folder / "calm", folder / "rough"
    shutil.copytree(data, calm)
    shutil.copytree(data, rough)
    mailbox = Mailbox(folder / "calm-mail")
    started = time.monotonic()
    run("work", "--data", calm, *mailbox.settings())
    whole_time = time.monotonic() - started
    run("work", "--data", calm, *mailbox.settings())
    expected = waiting_mail(calm)
    mailbox.stop()
    mailbox = Mailbox(folder / "rough-mail")
    for _ in range(kills):
        process = subprocess.Popen([PROGRAM, "work", "--data", rough, *mailbox.settings()], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0, whole_time))
        process.kill()
        process.wait()
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        # What the dead held is leased to them for a while yet.
        run("work", "--data", rough, *mailbox.settings())
        if waiting_mail(rough) == expected and not rows(rough, "SELECT 1 FROM mail_outbox WHERE state NOT IN ('sent', 'failed')"):
            break
        time.sleep(2)
    found, ids = waiting_mail(rough), mailbox.message_ids()
    mailbox.stop()
    expect(found == expected, f"after {kills} kills {len(found)} mails instead of {len(expected)}: {set(found) ^ set(expected)}")
    ((sent,),) = rows(rough, "SELECT count(*) FROM mail_outbox WHERE state = 'sent'")
    expect(len(set(ids)) == sent, f"{len(set(ids))} different mails arrived, {sent} were sent")
    print(f"{kills} kills while reminding: {len(expected)} mails, each with one identity ({len(ids) - len(set(ids))} came twice with the same)", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=220)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    words = parser.parse_args()
    chance = random.Random(words.seed)
    print(f"{words.kills} kills, seed {words.seed}", flush=True)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="toguna-kills-"))
    try:
        data = folder / "data"
        plan, section = prepare(data)
        imports, reminders = max(1, words.kills // 5), max(1, words.kills // 11)
        kill_reminders(folder, data, reminders, chance)
        kill_writes(data, plan, section, words.kills - imports - reminders, chance)
        kill_imports(data, imports, chance)
        run("verify", "--data", data)
        print("the journal's chain holds, the database is sound", flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


main()
