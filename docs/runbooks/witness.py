#!/usr/bin/env python3
"""Cosigns the registry's last checkpoint if it continues the one that this witness cosigned before.

Environment: TNR (address of the registry), TOKEN (a credential with ledger:read and ledger:witness),
KEY (the registry's verifier key, which reached you another way), NAME (of this witness).
In the working directory: witness.pem, and cosigned, the last checkpoint, which this program writes.
Needs Python 3.9 and the openssl command, version 3. Run it every few minutes; it exits with 0 when it
has cosigned, and with 1 and one line otherwise. With --key it prints the witness's verifier key, for
which NAME and witness.pem are enough, and does nothing else.
"""

import base64, hashlib, json, os, subprocess, sys, tempfile, time, urllib.error, urllib.request

ED25519 = bytes.fromhex("302a300506032b6570032100")


def setting(name):
    return os.environ.get(name) or sys.exit(f"the environment variable {name} is not set")


def ask(path, body=None):
    headers = {"Authorization": "Bearer " + TOKEN, "Content-Type": "text/plain"}
    try:
        with urllib.request.urlopen(urllib.request.Request(TNR + path, body, headers)) as answer:
            return answer.read()
    except urllib.error.HTTPError as refusal:
        sys.exit(f"{path.split('?')[0]}: {refusal.code}, {why(refusal)}")
    except (OSError, ValueError) as failure:
        sys.exit(f"the registry at TNR cannot be asked: {failure}")


def why(refusal):
    """The problem's title and what it says of this case; the status line where there is none."""
    try:
        problem = json.loads(refusal.read())
        faults = [f"{e['pointer']}: {e['detail']}" for e in problem.get("errors", [])]
        return "; ".join(filter(None, [problem["title"], problem.get("detail"), *faults]))
    except (ValueError, KeyError, TypeError, AttributeError):
        return refusal.reason


def run_openssl(*arguments, **files):
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            with open(f"{folder}/{name}", "wb") as file:
                file.write(content)
        command = ["openssl", *(a.replace("@", folder + "/") for a in arguments)]
        try:
            return subprocess.run(command, capture_output=True)
        except OSError as failure:
            sys.exit(f"openssl cannot be run: {failure}")


def openssl(*arguments, **files):
    done = run_openssl(*arguments, **files)
    if done.returncode:
        said = done.stderr.decode(errors="replace").splitlines()
        sys.exit(f"openssl {arguments[0]} failed: {said[0] if said else done.returncode}")
    return done.stdout


def own_key():
    """The public key of witness.pem, and its id under NAME."""
    public = openssl("pkey", "-in", os.path.abspath("witness.pem"), "-pubout", "-outform", "DER")[-32:]
    return public, hashlib.sha256(NAME.encode() + b"\n\4" + public).digest()[:4]


def node(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def continues(first, second, proof):
    """RFC 9162, section 2.1.4.2."""
    (size, root), (size2, root2) = first, second
    if size == size2:
        return root == root2
    if size & (size - 1) == 0:
        proof = [root] + proof
    place, last = size - 1, size2 - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    old = grown = proof[0]
    for c in proof[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            old, grown = node(c, old), node(c, grown)
            while place and not place & 1:
                place, last = place >> 1, last >> 1
        else:
            grown = node(grown, c)
        place, last = place >> 1, last >> 1
    return last == 0 and old == root and grown == root2


def tree(note):
    lines = note.split("\n")
    return int(lines[1]), base64.b64decode(lines[2])


def registrys_key():
    """KEY as name, id and public key; its id has to be the one that name and key make."""
    try:
        name, key_id, key = KEY.split("+", 2)
        public = base64.b64decode(key, validate=True)
        if hashlib.sha256(name.encode() + b"\n" + public).digest()[:4].hex() == key_id:
            return name, key_id, public[1:]
    except ValueError:
        pass
    sys.exit("KEY is no verifier key")


def require_signature(note):
    name, key_id, public = registrys_key()
    text = note[: note.rindex("\n\n") + 1]
    for line in note.splitlines():
        if line.startswith(f"— {name} "):
            signature = base64.b64decode(line.split(" ")[2])
            if signature[:4].hex() == key_id:
                verified = run_openssl(
                    "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", "@key", "-rawin",
                    "-in", "@text", "-sigfile", "@signature",
                    key=ED25519 + public, text=text.encode(), signature=signature[4:])
                if verified.returncode:
                    sys.exit("TAMPERED: the signature of KEY is not one of this checkpoint")
                return text
    sys.exit("the checkpoint is not signed by KEY")


NAME = setting("NAME")
if "--key" in sys.argv:
    public, key_id = own_key()
    print(f"{NAME}+{key_id.hex()}+{base64.b64encode(bytes([4]) + public).decode()}")
    sys.exit()

TNR, TOKEN, KEY = setting("TNR"), setting("TOKEN"), setting("KEY")
note = ask("/v1/ledger/checkpoint").decode()
text = require_signature(note)
if os.path.exists("cosigned"):
    before = open("cosigned", encoding="utf-8").read()
    (size, _), (size2, _) = tree(before), tree(note)
    if size2 < size:
        sys.exit("TAMPERED: the ledger became smaller; keep the file cosigned and tell the others")
    answer = json.loads(ask(f"/v1/ledger/proofs/consistency?from={size}&to={size2}"))
    if not continues(tree(before), tree(note), [base64.b64decode(h) for h in answer["hashes"]]):
        sys.exit("TAMPERED: the ledger does not continue the file cosigned; keep it, tell the others")

_, key_id = own_key()
now = int(time.time())
message = f"cosignature/v1\ntime {now}\n{text}".encode()
signature = openssl("pkeyutl", "-sign", "-inkey", os.path.abspath("witness.pem"), "-rawin",
                    "-in", "@message", message=message)
line = "— " + NAME + " " + base64.b64encode(key_id + now.to_bytes(8, "big") + signature).decode()
print(ask("/v1/ledger/cosignatures", f"{text}\n{line}\n".encode()).decode())
open("cosigned", "w", encoding="utf-8").write(note)
