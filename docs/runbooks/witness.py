#!/usr/bin/env python3
"""Cosigns the registry's last checkpoint if it continues the one that this witness cosigned before.

Environment: TNR (address of the registry), TOKEN (a credential with ledger:read and ledger:witness),
KEY (the registry's verifier key, which reached you another way), NAME (of this witness).
In the working directory: witness.pem, and cosigned, the last checkpoint, which this program writes.
Needs Python 3.9 and the openssl command, version 3. Run it every few minutes.
"""

import base64, hashlib, json, os, subprocess, sys, tempfile, time, urllib.request

TNR, NAME = os.environ["TNR"], os.environ["NAME"]
ED25519 = bytes.fromhex("302a300506032b6570032100")


def ask(path, body=None):
    headers = {"Authorization": "Bearer " + os.environ["TOKEN"], "Content-Type": "text/plain"}
    with urllib.request.urlopen(urllib.request.Request(TNR + path, body, headers)) as answer:
        return answer.read()


def openssl(*arguments, **files):
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            open(f"{folder}/{name}", "wb").write(content)
        command = ["openssl", *(a.replace("@", folder + "/") for a in arguments)]
        return subprocess.run(command, capture_output=True, check=True).stdout


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


def require_signature(note):
    name, key_id, key = os.environ["KEY"].split("+", 2)
    public = base64.b64decode(key)[1:]
    text = note[: note.rindex("\n\n") + 1]
    for line in note.splitlines():
        if line.startswith(f"— {name} "):
            signature = base64.b64decode(line.split(" ")[2])
            if signature[:4].hex() == key_id:
                openssl("pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", "@key", "-rawin",
                        "-in", "@text", "-sigfile", "@signature",
                        key=ED25519 + public, text=text.encode(), signature=signature[4:])
                return text
    sys.exit("the checkpoint is not signed by KEY")


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

public = openssl("pkey", "-in", os.path.abspath("witness.pem"), "-pubout", "-outform", "DER")[-32:]
key_id = hashlib.sha256(NAME.encode() + b"\n\4" + public).digest()[:4]
print("verifier key:", f"{NAME}+{key_id.hex()}+{base64.b64encode(bytes([4]) + public).decode()}")
if "--key" in sys.argv:
    sys.exit()
now = int(time.time())
message = f"cosignature/v1\ntime {now}\n{text}".encode()
signature = openssl("pkeyutl", "-sign", "-inkey", os.path.abspath("witness.pem"), "-rawin",
                    "-in", "@message", message=message)
line = "— " + NAME + " " + base64.b64encode(key_id + now.to_bytes(8, "big") + signature).decode()
print(ask("/v1/ledger/cosignatures", f"{text}\n{line}\n".encode()).decode())
open("cosigned", "w", encoding="utf-8").write(note)
