#!/usr/bin/python3
"""Usage: measure.py BUILD_DIRECTORY [--write docs/benchmarks.md] [--seconds N]

Measures the program of that build, each figure beside its reference of the same run, one line a figure. Called by
script/bench, which builds what is needed. Everything happens in a temporary folder, on the machine's own addresses.
"""
import argparse
import gzip
import http.client
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

from region import measure_region

HERE = pathlib.Path(__file__).parent
TICKS = os.sysconf("SC_CLK_TCK")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port, path="/", headers=None, process=None):
    """Asks until the first answer; gives its status."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
            connection.request("GET", path, headers=headers or {})
            return connection.getresponse().status
        except OSError:
            if process is not None and process.poll() is not None:
                sys.exit(f"The server on port {port} ended with {process.returncode}.")
            time.sleep(0.001)
    sys.exit(f"Nobody answered on port {port}.")


def descendants(pid):
    """The process and its children: nginx answers in a child."""
    found = [pid]
    children = pathlib.Path(f"/proc/{pid}/task/{pid}/children")
    if children.exists():
        for child in children.read_text().split():
            found += descendants(int(child))
    return found


def cpu_seconds(pid):
    total = 0
    for each in descendants(pid):
        fields = pathlib.Path(f"/proc/{each}/stat").read_text().rsplit(")", 1)[1].split()
        total += int(fields[11]) + int(fields[12])
    return total / TICKS


def resident_megabytes(pid):
    total = 0
    for each in descendants(pid):
        match = re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{each}/status").read_text())
        total += int(match[1]) if match else 0
    return total / 1024


class Server:
    """A child that listens; stopped at the end of the `with`."""

    def __init__(self, words, port, path="/", headers=None):
        started = time.monotonic()
        # As under systemd, somebody reads the log: a pipe that nobody empties would stop the server.
        self.process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for(port, path, headers, self.process)
        self.start_milliseconds = (time.monotonic() - started) * 1000
        self.port = port

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(20)


def toguna(build, data):
    port = free_port()
    return Server([build / "toguna", "serve", "--data", data, "--listen", f"127.0.0.1:{port}"], port, "/healthz")


def nginx(folder):
    port = free_port()
    (folder / "nginx.conf").write_text(
        f"worker_processes 2; daemon off; pid {folder}/nginx.pid; error_log {folder}/nginx.error;\n"
        f"events {{ worker_connections 256; }}\n"
        f"http {{ access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000; default_type text/html;\n"
        f"  server {{ listen 127.0.0.1:{port}; root {folder}/www; }} }}\n")
    return Server(["nginx", "-c", folder / "nginx.conf", "-e", folder / "nginx.error"], port, "/home")


def wrk(port, path, connections, seconds, headers=(), script=None):
    """Requests a second, p99 in milliseconds, and how many answers were neither 2xx nor 3xx."""
    words = ["wrk", f"-t{min(2, connections)}", f"-c{connections}", f"-d{seconds}s", "--latency"]
    for header in headers:
        words += ["-H", header]
    if script:
        words += ["-s", script]
    said = subprocess.run([*words, f"http://127.0.0.1:{port}{path}"], capture_output=True, text=True, check=True).stdout
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])
    value, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", said).groups()
    p99 = float(value) * {"us": 0.001, "ms": 1, "s": 1000}[unit]
    bad = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    return rate, p99, int(bad[1]) if bad else 0


def fetch(port, path, cookie):
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", path, headers={"Cookie": cookie, "Accept-Encoding": "gzip", "Accept-Language": "fr"})
    reply = connection.getresponse()
    body = reply.read()
    if reply.status != 200:
        sys.exit(f"{path} answered {reply.status}.")
    return body, len(gzip.decompress(body)) if reply.getheader("Content-Encoding") == "gzip" else len(body)


class Report:
    def __init__(self):
        self.lines = []

    def add(self, figure, ours, reference, aim=""):
        self.lines.append((figure, ours, reference, aim))
        print(f"{figure}: {ours} · {reference}{' · aim ' + aim if aim else ''}", flush=True)

    def markdown(self):
        rows = "\n".join(f"| {figure} | {ours} | {reference} | {aim} |" for figure, ours, reference, aim in self.lines)
        return f"| figure | Toguna | reference, same run | aim |\n|---|---|---|---|\n{rows}\n"


def measure_pages(report, build, data, facts, folder, seconds):
    cookie = f"Cookie: {facts['cookie']}"
    headers = (cookie, "Accept-Encoding: gzip", "Accept-Language: fr")
    pages = {"home": "/", "plan of 200 actions": facts["plan"]}
    (folder / "www").mkdir()
    with toguna(build, data) as ours:
        idle = resident_megabytes(ours.process.pid)
        for name, path in pages.items():
            body, _ = fetch(ours.port, path, facts["cookie"])
            (folder / "www" / name.split()[0]).write_bytes(body)
        with nginx(folder) as theirs:
            idle_theirs = resident_megabytes(theirs.process.pid)
            for name, path in pages.items():
                for connections in (1, 32):
                    spent = cpu_seconds(ours.process.pid)
                    rate, p99, bad = wrk(ours.port, path, connections, seconds, headers)
                    spent = cpu_seconds(ours.process.pid) - spent
                    if bad:
                        sys.exit(f"{path}: {bad} answers were refusals.")
                    other_rate, other_p99, _ = wrk(theirs.port, f"/{name.split()[0]}", connections, seconds)
                    report.add(f"{name}, {connections} connection{'s' if connections > 1 else ''}", f"{rate:,.0f} requests/s, p99 {p99:.1f} ms",
                               f"nginx, the same bytes as a file: {other_rate:,.0f} requests/s, p99 {other_p99:.1f} ms")
                    if connections == 1:
                        aim = "< 2 ms" if "plan" in name else ""
                        report.add(f"{name}, CPU a page", f"{spent / (rate * seconds) * 1000:.2f} ms", "socket, session, SQL, page and compression together", aim)
            loaded, loaded_theirs = resident_megabytes(ours.process.pid), resident_megabytes(theirs.process.pid)
    report.add("resident memory, idle", f"{idle:.1f} MB", f"nginx with 2 workers: {idle_theirs:.1f} MB", "< 40 MB")
    report.add("resident memory after the load", f"{loaded:.1f} MB", f"nginx with 2 workers: {loaded_theirs:.1f} MB")


def measure_statements(report, facts):
    by_path = {page["path"]: page for page in facts["pages"]}
    small, large = by_path[facts["small_plan"]], by_path[facts["plan"]]
    report.add("statements, plan of 200 actions", f"{large['statements']:.0f}", f"plan of 20 actions: {small['statements']:.0f}", "the same")
    for path, name in (("/", "home"), ("/bodies", "bodies"), ("/actions", "register")):
        if by_path[path]["status"] == 200:
            report.add(f"statements, {name}", f"{by_path[path]['statements']:.0f}", f"{by_path[path]['cpu_us'] / 1000:.2f} ms CPU in process")


def measure_bytes(report, build, data, facts):
    with toguna(build, data) as server:
        for name, path in (("home", "/"), ("plan of 20 actions", facts["small_plan"]), ("plan of 200 actions", facts["plan"])):
            body, whole = fetch(server.port, path, facts["cookie"])
            report.add(f"bytes, {name}", f"{len(body) / 1024:.1f} KB compressed", f"{whole / 1024:.0f} KB plain", "≤ 40 KB")


POST_SCRIPT = """
local targets = { %s }
local number = 0
local thread = tostring({}):gsub("%%W", "")
function request()
  number = number + 1
  local target = targets[number %% #targets + 1]
  local body = "csrf=%s&section=" .. target[2] .. "&gap-" .. target[2] .. "=Les+partenaires+rendent+compte+avec+retard+" .. thread .. number
  return wrk.format("POST", "/plans/" .. target[1] .. "/gaps", { ["Cookie"] = "%s", ["Content-Type"] = "application/x-www-form-urlencoded" }, body)
end
"""


def measure_posts(report, build, data, facts, folder, seconds):
    targets = ", ".join(f'{{ "{target["plan"]}", "{target["section"]}" }}' for target in facts["targets"])
    script = folder / "posts.lua"
    script.write_text(POST_SCRIPT % (targets, facts["csrf"], facts["cookie"]))
    bare = int(subprocess.run([build / "tests/bench/bench_commits", folder / "bare.db", str(seconds)], capture_output=True, text=True, check=True).stdout)
    with toguna(build, data) as server:
        for connections in (1, 32):
            rate, p99, bad = wrk(server.port, "/", connections, seconds, script=script)
            if bad:
                sys.exit(f"{bad} forms were refused.")
            report.add(f"durable form posts, {connections} connection{'s' if connections > 1 else ''}", f"{rate:,.0f}/s, p99 {p99:.1f} ms ({rate / bare:.0%} of the reference)",
                       f"a bare loop of SQLite commits, same settings: {bare:,}/s", "≥ 50 %" if connections == 32 else "")


def measure_start(report, build, data, folder):
    ours, theirs = [], []
    for _ in range(5):
        with toguna(build, data) as server:
            ours.append(server.start_milliseconds)
        with nginx(folder) as server:
            theirs.append(server.start_milliseconds)
    report.add("start to first answer", f"{sorted(ours)[2]:.0f} ms", f"nginx: {sorted(theirs)[2]:.0f} ms", "< 150 ms")


def measure_import(report, build, data, folder):
    file = folder / "large.xlsx"
    subprocess.run(["/usr/bin/python3", HERE / "large_plan.py", file], check=True)
    started = time.monotonic()
    done = subprocess.run([build / "toguna", "import", "action-plan", file, "--year", "2030", "--body", "GRAND", "--data", data], capture_output=True, text=True)
    whole = time.monotonic() - started
    if done.returncode != 0:
        sys.exit(f"import: {done.stdout}{done.stderr}")
    started = time.monotonic()
    subprocess.run([build / "toguna", "import", "action-plan", file, "--year", "2030", "--dry-run"], capture_output=True, check=True)
    reading = time.monotonic() - started
    started = time.monotonic()
    subprocess.run(["/usr/bin/python3", "-c", "import openpyxl, sys; [row for row in openpyxl.load_workbook(sys.argv[1], read_only=True).active.values]", file], check=True)
    report.add("import of a plan of 5,000 rows (XLSX)", f"{whole:.2f} s, of which reading and understanding {reading:.2f} s",
               f"openpyxl reading the cells alone: {time.monotonic() - started:.2f} s", "< 1 s")


def machine():
    text = pathlib.Path("/proc/cpuinfo").read_text()
    model = re.search(r"model name\s*: (.*)", text)
    memory = int(re.search(r"MemTotal:\s+(\d+)", pathlib.Path("/proc/meminfo").read_text())[1]) / 1024 / 1024
    release = re.search(r'PRETTY_NAME="(.*)"', pathlib.Path("/etc/os-release").read_text())[1]
    return (f"{os.cpu_count()} × {model[1] if model else os.uname().machine}, {memory:.1f} GB of memory, {release}, Linux {os.uname().release}; "
            f"load average when it began: {os.getloadavg()[0]:.2f}")


def write_report(path, described, report):
    """Replaces what stands between the two marks; the words around it stay."""
    page = pathlib.Path(path)
    text = page.read_text(encoding="utf-8")
    begin, end = "<!-- figures -->", "<!-- end of figures -->"
    head, rest = text.split(begin, 1)
    figures = f"{begin}\nMeasured on {time.strftime('%Y-%m-%d')} by `script/bench --write`. Machine: {described}.\n\n{report.markdown()}{end}"
    page.write_text(head + figures + rest.split(end, 1)[1], encoding="utf-8")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--write", metavar="FILE")
    parser.add_argument("--seconds", type=int, default=5)
    words = parser.parse_args()
    build = words.build.resolve()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="toguna-bench-"))
    described = machine()
    print(described)
    report = Report()
    try:
        data = folder / "data"
        facts = json.loads(subprocess.run([build / "tests/bench/bench_installation", data], capture_output=True, text=True, check=True).stdout)
        measure_pages(report, build, data, facts, folder, words.seconds)
        measure_statements(report, facts)
        measure_bytes(report, build, data, facts)
        measure_posts(report, build, data, facts, folder, words.seconds)
        measure_start(report, build, data, folder)
        measure_import(report, build, data, folder)
        measure_region(report, build, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if words.write:
        write_report(words.write, described, report)


main()
