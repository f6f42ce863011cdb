"""What the directory, areas, bodies, rights and contact lists cost at the size of a region, on both engines.

Each program of tests/bench fills an empty database and prints JSON; the reference is the work no such page can do without,
measured in the same run: reading every name of the same table once.
"""
import json
import os
import re
import sqlite3
import statistics
import subprocess
import time

# Program, figure in its JSON, words of the report, unit, aim.
FIGURES = [
    ("bench_directory", "people", "page of 50,000 people", "ms", "< 20 ms"),
    ("bench_directory", "people, last page", "last page of 50,000 people", "ms", "< 20 ms"),
    ("bench_directory", "people, name of many", "people by name, many bear it", "ms", "< 30 ms"),
    ("bench_directory", "people, name of one", "people by name, few bear it", "ms", "< 30 ms"),
    ("bench_directory", "people, name of nobody", "people by name, nobody bears it", "ms", "< 30 ms"),
    ("bench_directory", "people, suggestions", "suggestions while a name is typed", "ms", "< 30 ms"),
    ("bench_directory", "organisations", "page of 5,000 organisations", "ms", "< 20 ms"),
    ("bench_directory", "organisations, search", "organisations by name", "ms", "< 30 ms"),
    ("bench_areas", "name of many", "50,000 areas by name, many bear it", "ms", "< 30 ms"),
    ("bench_areas", "name of one", "50,000 areas by name, one bears it", "ms", "< 30 ms"),
    ("bench_areas", "code looked up", "an area by its P-code", "ms", "< 1 ms"),
    ("bench_bodies", "bodies", "list of 500 bodies", "ms", "< 20 ms"),
    ("bench_bodies", "bodies, search", "bodies by any name", "ms", "< 30 ms"),
    ("bench_bodies", "overview", "page of a body with ten years behind it", "ms", "< 20 ms"),
    ("bench_bodies", "members", "its members", "ms", "< 20 ms"),
    ("bench_bodies", "mandates", "its mandates", "ms", "< 20 ms"),
    ("bench_bodies", "why", "its page of rights", "ms", "< 20 ms"),
    ("bench_bodies", "organigram", "organigram of 500 bodies", "ms", ""),
    ("bench_rights", "decision alone, granted by delegation", "right decided, granted by delegation", "µs", "< 50 µs"),
    ("bench_rights", "decision alone, refused", "right decided, refused with its sentence", "µs", "< 50 µs"),
    ("bench_rights", "with its facts, daily work", "right with its facts read, daily work", "µs", ""),
    ("bench_rights", "with its facts, a power", "right with its facts read, a power", "µs", ""),
    ("bench_contacts", "milliseconds", "contact list of 10,000 rows read, matched and written", "ms", "< 5,000 ms"),
]


def names_read_once(path):
    """Milliseconds that Python's sqlite3 takes to read all names of the directory, as the median of five."""
    database = sqlite3.connect(path)
    times = []
    for _ in range(5):
        started = time.perf_counter()
        for _row in database.execute("SELECT search FROM people_person"):
            pass
        times.append((time.perf_counter() - started) * 1000)
    database.close()
    return statistics.median(times)


def on_sqlite(build, program, folder):
    path = folder / f"{program}.db"
    return json.loads(subprocess.run([build / "tests/bench" / program, f"sqlite:{path}"], cwd=folder, capture_output=True, text=True, check=True).stdout)


def on_postgresql(build, program, folder, server):
    name = f"{program}_{os.getpid()}"
    subprocess.run(["psql", "-q", server, "-c", f"CREATE DATABASE {name}"], check=True)
    try:
        url = re.sub(r"/[^/]*$", f"/{name}", server)
        return json.loads(subprocess.run([build / "tests/bench" / program, url], cwd=folder, capture_output=True, text=True, check=True).stdout)
    finally:
        subprocess.run(["psql", "-q", server, "-c", f"DROP DATABASE {name}"], check=True)


def measure_region(report, build, folder):
    server = os.environ["TOGUNA_TEST_POSTGRESQL"]
    measured = {}
    for program in dict.fromkeys(figure[0] for figure in FIGURES):
        measured[program] = (on_sqlite(build, program, folder), on_postgresql(build, program, folder, server))
    names = names_read_once(folder / "bench_directory.db")
    for program, figure, words, unit, aim in FIGURES:
        ours, other = (values[figure] for values in measured[program])
        report.add(f"region: {words}", f"SQLite {ours:,.1f} {unit}, PostgreSQL {other:,.1f} {unit}", f"Python reading 50,000 names once: {names:.1f} ms", aim)
