"""A real SMTP server for tests, on aiosmtpd (Debian: python3-aiosmtpd).

Prints «ready PORT», then one line of JSON for every letter it took. The receiver's address chooses the answer:
  refused…@  550 to the receiver
  spam…@     554 after the text
  later…@    451 the first time, then yes
  busy…@     421 the first time, and the connection is closed; then yes
  drop…@     the connection is dropped in the middle of the text
  gone…@     yes, and the connection is dropped before the sender has said goodbye
  held…@     yes, but only when «go on» comes on standard input
With --close-after N a connection is closed after N letters, and with --politely only when the next one begins, with 421.
It prints «Connected» for every connection. Lines on standard input: «go on»; «pause BEFORE AFTER FREE»: milliseconds between the end of a letter's text and its
being taken, and between that and the yes, for every letter after the first FREE ones. It prints «Began» for every letter
that it pauses with, and «Broken» for one whose sender went away, telling whether it had been taken. Ends when standard input is closed, so that it never outlives the tests.
"""
import argparse
import asyncio
import email
import email.policy
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

parser = argparse.ArgumentParser()
parser.add_argument("--tls", choices=["none", "starttls", "implicit"], default="none")
parser.add_argument("--certificate")
parser.add_argument("--key")
parser.add_argument("--user")
parser.add_argument("--password")
parser.add_argument("--port", type=int, default=0)
parser.add_argument("--close-after", type=int, default=0)
parser.add_argument("--politely", action="store_true")
options = parser.parse_args()

go_on = asyncio.Event()
seen = set()
pause = [0, 0, 0]


def tell(what):
    print(json.dumps(what), flush=True)


def authenticate(server, session, envelope, mechanism, data):
    ok = (data.login, data.password) == (options.user.encode(), options.password.encode())
    session.signed_in = ok
    return AuthResult(success=ok, handled=False)


def describe(server, session, envelope):
    letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
    body = {part.get_content_type(): part for part in letter.walk() if not part.is_attachment() and not part.is_multipart()}
    sender = letter["From"].addresses[0]
    return {
        "From": sender.addr_spec,
        "FromName": sender.display_name,
        "To": envelope.rcpt_tos[0],
        "Subject": str(letter["Subject"]),
        "MessageId": str(letter["Message-ID"]).strip("<> "),
        "Text": body["text/plain"].get_content(),
        "Html": body["text/html"].get_content() if "text/html" in body else "",
        "Files": [{"Name": f.get_filename(), "Length": len(f.get_payload(decode=True))} for f in letter.iter_attachments()],
        "Tls": server.transport.get_extra_info("ssl_object") is not None,
        "SignedIn": getattr(session, "signed_in", False),
    }


class Answers:
    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address.startswith("busy") and address not in seen:
            seen.add(address)
            server.loop.call_later(0.05, server.transport.close)
            return "421 4.3.2 shutting down, try later"
        if address.startswith("refused"):
            return f"550 5.1.1 <{address}>: no such user"
        if address.startswith("later") and address not in seen:
            seen.add(address)
            return f"451 4.7.1 <{address}>: greylisted, try later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        address = envelope.rcpt_tos[0]
        if address.startswith("spam"):
            return "554 5.7.1 not wanted here"
        if address.startswith("held"):
            tell({"Held": address})
            await go_on.wait()
        letter = describe(server, session, envelope)
        before, after, free = pause
        pause[2] = max(0, free - 1)
        if free or not (before or after):
            tell(letter)
            return "250 2.0.0 taken"
        tell({"Began": address})
        taken = False
        try:
            await asyncio.sleep(before / 1000)
            tell(letter)
            taken = True
            await asyncio.sleep(after / 1000)
        except asyncio.CancelledError:
            tell({"Broken": address, "Taken": taken})
            raise
        return "250 2.0.0 taken"


class Peer(SMTP):
    letters = 0

    def connection_made(self, transport):
        # STARTTLS makes the connection once more.
        if self.transport is None:
            tell({"Connected": True})
        super().connection_made(transport)

    async def smtp_MAIL(self, arg):
        if options.politely and options.close_after and self.letters >= options.close_after:
            await self.push("421 4.3.2 that is enough, goodbye")
            self.transport.close()
            return
        await super().smtp_MAIL(arg)

    # Mechanism names are case-insensitive (RFC 4954); aiosmtpd 1.4 compares them as they come, and .NET sends «login».
    async def smtp_AUTH(self, arg):
        if arg:
            mechanism, space, rest = arg.partition(" ")
            arg = mechanism.upper() + space + rest
        return await super().smtp_AUTH(arg)

    async def smtp_DATA(self, arg):
        address = self.envelope.rcpt_tos[0] if self.envelope.rcpt_tos else ""
        if address.startswith("drop"):
            await self.push("354 go on")
            await self._reader.readline()
            self.transport.abort()
            return
        await super().smtp_DATA(arg)
        self.letters += 1
        if address.startswith("gone") or (options.close_after and not options.politely and self.letters >= options.close_after):
            self.transport.close()


async def main():
    loop = asyncio.get_running_loop()
    context = None
    if options.tls != "none":
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(options.certificate, options.key)
    settings = {"hostname": "localhost", "enable_SMTPUTF8": True}
    if options.tls == "starttls":
        settings |= {"tls_context": context, "require_starttls": True}
    if options.user:
        settings |= {"authenticator": authenticate, "auth_required": True, "auth_require_tls": options.tls == "starttls"}
    server = await loop.create_server(
        lambda: Peer(Answers(), **settings), "127.0.0.1", options.port, ssl=context if options.tls == "implicit" else None)
    print("ready", server.sockets[0].getsockname()[1], flush=True)

    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := (await reader.readline()).decode():
        if line.startswith("pause "):
            pause[:] = map(int, line.split()[1:])
        else:
            go_on.set()


asyncio.run(main())
