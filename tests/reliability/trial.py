"""What the reliability trials share: the demonstration country, a server that may be killed, a browser of a few lines."""
import atexit
import http.client
import http.cookies
import os
import pathlib
import re
import signal
import socket
import sqlite3
import subprocess
import time
import urllib.parse

ROOT = pathlib.Path(__file__).parent.parent.parent
SAMPLE = ROOT / "tests/fixtures/s1/plan.xlsx"
PROGRAM = pathlib.Path(os.environ.get("TOGUNA_TEST_PROGRAM", ROOT / "build/release/toguna"))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def run(*words, check=True):
    done = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True)
    if check and done.returncode != 0:
        raise SystemExit(f"toguna {' '.join(map(str, words))}: {done.stdout}{done.stderr}")
    return done


class Server:
    """`toguna serve` on one data folder, in a process group of its own."""

    def __init__(self, data, settings=(), wrapper=(), prepare=None):
        self.data, self.settings, self.wrapper, self.prepare = pathlib.Path(data), list(settings), list(wrapper), prepare
        self.port = free_port()
        self.log = open(self.data.parent / "server.log", "ab")
        self.process = None
        atexit.register(lambda: self.process and self.process.poll() is None and self.process.kill())

    def start(self):
        words = [*self.wrapper, PROGRAM, "serve", "--data", self.data, "--demo", "true", "--listen", f"127.0.0.1:{self.port}", *self.settings]
        self.process = subprocess.Popen(words, stdout=self.log, stderr=self.log, preexec_fn=self.prepare)
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            try:
                if self.browser().get("/healthz")[0] == 200:
                    return self
            except OSError:
                time.sleep(0.002)
            if self.process.poll() is not None:
                raise SystemExit(f"The server ended with {self.process.returncode}: {(self.data.parent / 'server.log').read_text()[-2000:]}")
        raise SystemExit("The server did not answer within 30 s.")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        if self.process.wait(20) != 0:
            raise SystemExit(f"The server ended with {self.process.returncode} when asked to stop.")

    def browser(self, cookies=None):
        return Browser(self.port, cookies)


class Browser:
    """Keeps cookies and one connection; follows nothing."""

    def __init__(self, port, cookies=None):
        self.port, self.cookies = port, dict(cookies or {})
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)

    def ask(self, method, path, body=None):
        headers = {"Accept-Language": "fr"}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        reply = self.connection.getresponse()
        text = reply.read().decode("utf-8", "replace")
        for header in reply.headers.get_all("Set-Cookie") or []:
            for name, morsel in http.cookies.SimpleCookie(header).items():
                self.cookies[name] = morsel.value
        return reply.status, text

    def get(self, path):
        return self.ask("GET", path)

    def post(self, path, fields):
        return self.ask("POST", path, urllib.parse.urlencode(fields))


def prepare(data):
    """The demonstration country with the sample plan for 2050 in its nutrition cluster; gives the plan and a section of it."""
    run("demo", "--data", data)
    run("import", "action-plan", SAMPLE, "--year", "2050", "--body", "NUT", "--data", data)
    ((plan, section),) = rows(data, "SELECT p.id, s.id FROM actions_plan p JOIN actions_section s ON s.plan = p.id WHERE p.year = 2050 ORDER BY s.position LIMIT 1")
    return plan, section


def sign_in(server, person):
    """As one of the demonstration; gives the browser and the token of its forms."""
    browser = server.browser()
    browser.get(f"/demo/sign-in/{person}")
    _, page = browser.get("/account")
    token = re.search(r'name="csrf" value="([^"]+)"', page)
    if not token:
        raise SystemExit(f"{person} could not sign in: {page[:500]}")
    return browser, token[1]


def rows(data, sql, *values):
    """Reads the database beside the running server, as any other reader would."""
    connection = sqlite3.connect(f"file:{pathlib.Path(data) / 'toguna.db'}?mode=ro", uri=True, timeout=10)
    try:
        return connection.execute(sql, values).fetchall()
    finally:
        connection.close()


def expect(condition, sentence):
    if not condition:
        raise SystemExit(f"FAILED: {sentence}")
