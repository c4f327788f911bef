"""Run by hand: writes mails.json, messages built and read by Python's email package, as an independent opinion.

    python3 make_golden.py > mails.json

Deterministic: one seed, fixed boundaries. Each entry has the raw bytes (base64) and what Python reads from them.
"""
import base64
import email
import json
import quopri
import random
from email import policy
from email.header import Header
from email.message import Message
from email.mime.application import MIMEApplication
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from email.utils import formataddr, getaddresses, parsedate_to_datetime

random.seed(20260503)

WORDS = {
    "us-ascii": ["order", "late", "sneaker", "=?", "(size 42)", "a=b", "From here", ".dot", "x" * 90],
    "utf-8": ["注文", "届きません", "Grüße", "🙂👟", "naïve", "日本語のとても長い件名がここにあります"],
    "iso-8859-1": ["Grüße", "déjà vu", "año"],
    "iso-8859-15": ["10 €", "cœur", "Žižek"],
    "windows-1252": ["“quoted”", "€ 5", "it’s"],
    "iso-2022-jp": ["注文の件", "お世話になっております", "山田太郎"],
    "shift_jis": ["注文の件", "ソフト表示", "カタカナ"],
    "euc-jp": ["注文の件", "返品したい", "山田太郎"],
}


def sentence(charset, n):
    return " ".join(random.choice(WORDS[charset]) for _ in range(n))


def body(charset, subtype="plain"):
    text = "\n".join(sentence(charset, random.randint(1, 6)) for _ in range(random.randint(1, 5))) + "\n"
    if subtype == "html":
        text = "<html><body><p>" + text.replace("\n", "<br>") + "</p></body></html>"
    raw = text.encode(charset)
    part = Message()
    part["Content-Type"] = f"text/{subtype}; charset={charset}"
    choice = random.choice(["base64", "quoted-printable", "8bit"])
    part["Content-Transfer-Encoding"] = choice
    encoded = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring, "8bit": lambda r: r}[choice](raw)
    part.set_payload(encoded.decode("ascii", "surrogateescape"))
    return part


def header(text, charset):
    """Pieces of whole characters, base64; Python's Header would turn shift_jis into iso-2022-jp."""
    if charset == "us-ascii":
        return str(Header(text, charset))
    words = [text[i:i + 8] for i in range(0, len(text), 8)]
    return "\n ".join(f"=?{charset}?B?{base64.b64encode(w.encode(charset)).decode()}?=" for w in words)


def attachment(charset, number):
    name = random.choice(["report.pdf", "領収書 五月.pdf", "a b;c.txt", "très long " + "n" * 80 + ".txt", 'quo"te.txt'])
    part = MIMEApplication(bytes(random.randrange(256) for _ in range(random.randint(0, 200))))
    part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", name) if not name.isascii() else name)
    return part


def build(number):
    charset = list(WORDS)[number % len(WORDS)]
    shape = number // len(WORDS) % 6
    if shape == 0:
        message = body(charset)
    elif shape == 1:
        message = MIMEMultipart("alternative", boundary=f"alt{number}")
        message.attach(body(charset))
        message.attach(body(charset, "html"))
    elif shape == 2:
        message = MIMEMultipart("mixed", boundary=f"mix {number}")
        message.attach(body(charset))
        for i in range(random.randint(1, 3)):
            message.attach(attachment(charset, i))
    elif shape == 3:
        message = MIMEMultipart("mixed", boundary=f"mix{number}")
        inner = MIMEMultipart("alternative", boundary=f"mix{number}inner")
        inner.attach(body(charset))
        inner.attach(body(charset, "html"))
        message.attach(inner)
        message.attach(attachment(charset, 0))
    elif shape == 4:
        message = MIMEMultipart("mixed", boundary=f"'mix=({number})")
        message.attach(body(charset))
        inner = body(charset)
        inner["Subject"] = "inner"
        message.attach(MIMEMessage(inner))
    else:
        message = body(charset)
        message["References"] = "<a@x.example>\n <b@x.example> <c@x.example>"
        message["In-Reply-To"] = "<c@x.example>"
    message["Subject"] = header(sentence(charset, random.randint(1, 8)), charset)
    name = random.choice(WORDS[charset]).strip("=?") or "n"
    message["From"] = formataddr((name, "from@example.com")) if name.isascii() else f"{header(name, charset)} <from@example.com>"
    others = [formataddr((random.choice(["", "Ann B. (shop)", 'The "X"', "O'Neil, Pat"]), f"to{i}@example.org")) for i in range(random.randint(1, 4))]
    message["To"] = ", ".join(others)
    message["Date"] = random.choice(["Sun, 03 May 2026 12:34:56 +0900", "3 May 2026 12:34 -0430 (comment)", "Sun, 3 May 26 01:02:03 EST"])
    message["Message-ID"] = f"<golden-{number}@example.com>"
    return message.as_bytes(policy=policy.compat32.clone(linesep="\r\n" if number % 2 else "\n", max_line_length=0))


def decode(value):
    return str(email.header.make_header(email.header.decode_header(value)))


def read(raw):
    message = email.message_from_bytes(raw, policy=policy.compat32)
    texts, names, contents = [], [], []

    def visit(part):
        if part.get_content_type() == "message/rfc822":
            names.append(None)
        elif part.get_content_type() == "multipart/alternative":
            visit(part.get_payload()[0])
        elif part.is_multipart():
            for child in part.get_payload():
                visit(child)
        elif part.get_filename():
            name = part.get_param("filename", header="content-disposition")
            names.append(email.utils.collapse_rfc2231_value(name))
            contents.append(base64.b64encode(part.get_payload(decode=True)).decode())
        else:
            texts.append(part.get_payload(decode=True).decode(part.get_content_charset() or "ascii"))

    visit(message)
    one_line = message["Subject"].replace("\r", "").replace("\n", "")
    return {
        "subject": decode(one_line).strip(),
        "from": [[decode(n), a] for n, a in getaddresses([message["From"].replace("\r", "").replace("\n", "")])],
        "to": [[n, a] for n, a in getaddresses([message["To"].replace("\r", "").replace("\n", "")])],
        "date": parsedate_to_datetime(message["Date"]).isoformat(),
        "messageId": message["Message-ID"].strip("<> "),
        "references": [r.strip("<>") for r in (message["References"] or "").split()],
        "text": "\n\n".join("\n".join(t.splitlines()).rstrip() for t in texts),
        "fileNames": names,
        "contents": contents,
    }


def main():
    entries = []
    for number in range(96):
        raw = build(number)
        entries.append({"raw": base64.b64encode(raw).decode(), "expected": read(raw)})
    print(json.dumps(entries, ensure_ascii=False, indent=1))


main()
