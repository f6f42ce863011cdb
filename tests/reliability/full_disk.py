#!/usr/bin/python3
"""A full disk refuses writes with a sentence and goes on reading; when there is room again, so is writing.

The data folder is a file system of 24 MB of its own (tmpfs in a mount namespace). Where namespaces are not allowed, the
largest file the server may write is lowered instead.
"""
import pathlib
import resource
import shutil
import signal
import subprocess
import tempfile

from trial import Server, expect, prepare, sign_in


def namespaces_are_allowed():
    return subprocess.run(["unshare", "--mount", "--map-root-user", "true"], capture_output=True).returncode == 0


class SmallDisk:
    """The server sees `folder` as a small disk; we see it through /proc."""

    def __init__(self, folder, data):
        script = f'mount -t tmpfs -o size=24m tmpfs "{folder}/disk" && cp -r "{data}" "{folder}/disk/data" && exec "$@"'
        (folder / "disk").mkdir()
        self.server = Server(folder / "disk" / "data", wrapper=["unshare", "--mount", "--map-root-user", "sh", "-c", script, "sh"])
        self.folder = folder

    def inside(self):
        return pathlib.Path(f"/proc/{self.server.process.pid}/root{self.folder}/disk")

    def fill(self):
        with open(self.inside() / "filler", "wb", buffering=0) as filler:
            for size in (1 << 20, 4096, 1):
                try:
                    while True:
                        filler.write(b"x" * size)
                except OSError:
                    pass

    def free(self):
        (self.inside() / "filler").unlink()


class SmallFiles:
    """The same by the largest size of a file."""

    def __init__(self, folder, data):
        shutil.copytree(data, folder / "copy")
        self.server = Server(folder / "copy", prepare=lambda: signal.signal(signal.SIGXFSZ, signal.SIG_IGN))

    def fill(self):
        resource.prlimit(self.server.process.pid, resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))

    def free(self):
        resource.prlimit(self.server.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def try_full_disk(folder):
    data = folder / "data"
    plan, section = prepare(data)
    disk = (SmallDisk if namespaces_are_allowed() else SmallFiles)(folder, data)
    server = disk.server.start()
    browser, token = sign_in(server, "awa-sanou")

    def add_gap(words):
        return browser.post(f"/plans/{plan}/gaps", {"csrf": token, "section": section, f"gap-{section}": words})

    expect(add_gap("essai avant")[0] == 303, "a form was refused before the disk was full")
    disk.fill()
    refused, page = 0, ""
    for number in range(40):
        status, text = add_gap(f"essai plein {number} " + "x" * 4000)
        if status != 303:
            refused, page = status, text
            break
    expect(refused == 503, f"on a full disk a form answered {refused or 303}, expected 503")
    expect("espace" in page or "disque" in page, f"the refusal does not speak of the disk: {page[:2000]}")
    for path in ("/", f"/plans/{plan}", "/bodies"):
        status, _ = browser.get(path)
        expect(status == 200, f"on a full disk {path} answered {status}")
    disk.free()
    expect(add_gap("essai après")[0] == 303, "there is room again and forms are still refused")
    _, page = browser.get(f"/plans/{plan}/edit")
    expect("essai avant" in page and "essai après" in page, "an acknowledged write is gone")
    server.stop()
    print(f"a full disk ({type(disk).__name__}): refused with a sentence, read on, wrote again")


work = pathlib.Path(tempfile.mkdtemp(prefix="toguna-full-"))
try:
    try_full_disk(work)
finally:
    shutil.rmtree(work, ignore_errors=True)
