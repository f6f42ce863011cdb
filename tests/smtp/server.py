#!/usr/bin/python3
"""A real SMTP server for the tests: STARTTLS or TLS from the start, AUTH, mails as files, and faults on demand.

Usage: server.py DIRECTORY [--port N] [--tls starttls|implicit|none] [--user NAME --password WORD]

Prints "listening on PORT" and serves until its standard input ends. In DIRECTORY:
  certificate.pem     the throw-away certificate clients should trust, made by openssl when it is missing
  0001.eml            a mail as it came; 0001.envelope: sender, recipient, tls, user, a "name: value" line each
  log                 what the server itself has to say
  behaviour           written by the test: "accept", "temporary", "permanent", "refuse-recipient", "drop", followed by how
                      many mails it is for ("temporary 2"; without a number, all)
"""
import argparse
import asyncio
import pathlib
import ssl
import subprocess
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class Mailbox:
    """Keeps what arrives and misbehaves as it is told."""

    def __init__(self, directory):
        self.directory = directory
        self.count = len(list(directory.glob("*.eml")))

    def next_behaviour(self):
        """The behaviour for this mail; one with a number is used up by it."""
        file = self.directory / "behaviour"
        if not file.exists():
            return "accept"
        words = file.read_text().split()
        if len(words) == 2:
            left = int(words[1])
            if left <= 0:
                return "accept"
            file.write_text(f"{words[0]} {left - 1}")
        return words[0] if words else "accept"

    def keep(self, session, envelope):
        self.count += 1
        name = f"{self.count:04d}"
        user = session.auth_data if isinstance(session.auth_data, str) else ""
        facts = {"sender": envelope.mail_from, "recipient": envelope.rcpt_tos[0], "tls": "yes" if session.ssl else "no", "user": user}
        (self.directory / f"{name}.envelope").write_text("".join(f"{key}: {value}\n" for key, value in facts.items()))
        unfinished = self.directory / f"{name}.unfinished"
        unfinished.write_bytes(envelope.content)
        unfinished.rename(self.directory / f"{name}.eml")

    async def handle_RCPT(self, server, session, envelope, address, options):
        if (self.directory / "behaviour").exists() and (self.directory / "behaviour").read_text().startswith("refuse-recipient"):
            self.next_behaviour()
            return "550 5.1.1 No mailbox of that name"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        behaviour = self.next_behaviour()
        if behaviour == "temporary":
            return "451 4.7.1 Greylisted, come back later"
        if behaviour == "permanent":
            return "554 5.7.1 Refused for good"
        self.keep(session, envelope)
        if behaviour == "drop":
            server.transport.abort()
        return "250 2.0.0 Kept"


def certificate(directory):
    certificate_file, key_file = directory / "certificate.pem", directory / "key.pem"
    if not certificate_file.exists():
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
             "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key_file, "-out", certificate_file],
            check=True, stderr=subprocess.DEVNULL)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate_file, key_file)
    return context


def authenticator(user, password):
    def authenticate(server, session, envelope, mechanism, data):
        right = data.login.decode() == user and data.password.decode() == password
        return AuthResult(success=right, handled=False, auth_data=data.login.decode() if right else None)
    return authenticate


async def serve(options):
    directory = pathlib.Path(options.directory)
    mailbox = Mailbox(directory)
    context = certificate(directory) if options.tls != "none" else None
    settings = {"hostname": "mail.example", "enable_SMTPUTF8": False}
    if options.tls == "starttls":
        settings |= {"tls_context": context, "require_starttls": True}
    if options.user:
        settings |= {"authenticator": authenticator(options.user, options.password), "auth_required": True,
                     "auth_require_tls": options.tls == "starttls"}
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(mailbox, **settings), "127.0.0.1", options.port,
                                      ssl=context if options.tls == "implicit" else None)
    print(f"listening on {server.sockets[0].getsockname()[1]}", flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


parser = argparse.ArgumentParser(description="SMTP server for tests")
parser.add_argument("directory")
parser.add_argument("--port", type=int, default=0)
parser.add_argument("--tls", choices=["starttls", "implicit", "none"], default="starttls")
parser.add_argument("--user")
parser.add_argument("--password")
arguments = parser.parse_args()
sys.stderr = open(pathlib.Path(arguments.directory) / "log", "a", buffering=1)
asyncio.run(serve(arguments))
