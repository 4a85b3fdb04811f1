"""Runs unmodified boto3 against the sandbox: statements, secrets, S3; compares secrets with moto.

Usage: aws.py LAUNCHER      (starts `LAUNCHER sandbox` with a state folder of its own, and stops it)
"""

import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time
import uuid

import boto3
import botocore.config
import botocore.exceptions
import moto

CONFIG = botocore.config.Config(retries={"max_attempts": 5, "mode": "standard"})


def clients(settings):
    keys = dict(
        aws_access_key_id=settings.get("AWS_ACCESS_KEY_ID", "k"),
        aws_secret_access_key=settings.get("AWS_SECRET_ACCESS_KEY", "s"),
        region_name=settings.get("AWS_REGION", "us-west-2"),
        endpoint_url=settings.get("AWS_ENDPOINT_URL"),
        config=CONFIG,
    )
    return lambda service: boto3.client(service, **keys)


def statement(client, warehouse):
    data = client("redshift-data")
    token = str(uuid.uuid4())
    where = {"WorkgroupName": warehouse["WorkgroupName"], "Database": warehouse["Database"]}
    sql = "select 42 as answer, 'tributary' as name, cast(null as int) as nothing"
    first = data.execute_statement(Sql=sql, ClientToken=token, StatementName="judge", **where)
    again = data.execute_statement(Sql=sql, ClientToken=token, StatementName="judge", **where)
    assert first["Id"] == again["Id"], "the same ClientToken gave two statements"
    done = data.describe_statement(Id=first["Id"], WaitTimeSeconds=20)
    assert done["Status"] == "FINISHED", done
    rows = data.get_statement_result(Id=first["Id"])["Records"]
    assert rows == [[{"longValue": 42}, {"stringValue": "tributary"}, {"isNull": True}]], rows
    bad = data.execute_statement(Sql="select * from no_such_table", **where)
    for _ in range(50):
        failed = data.describe_statement(Id=bad["Id"], WaitTimeSeconds=5)
        if failed["Status"] in ("FAILED", "FINISHED", "ABORTED"):
            break
    assert failed["Status"] == "FAILED" and "no_such_table" in failed["Error"], failed
    refused = data.execute_statement(Sql="create index i on tpch.orders (o_orderkey)", **where)
    answer = data.describe_statement(Id=refused["Id"], WaitTimeSeconds=20)
    assert answer["Status"] == "FAILED", "CREATE INDEX was accepted"
    try:
        data.describe_statement(Id=str(uuid.uuid4()))
        raise AssertionError("an unknown statement was described")
    except data.exceptions.ResourceNotFoundException:
        pass
    print("redshift-data: statement, token, result, failure, refusal")


def bucket(client):
    s3 = client("s3")
    s3.create_bucket(Bucket="judge", CreateBucketConfiguration={"LocationConstraint": "us-west-2"})
    body = os.urandom(300_000)
    s3.put_object(Bucket="judge", Key="a/b c+é.bin", Body=body)
    assert s3.get_object(Bucket="judge", Key="a/b c+é.bin")["Body"].read() == body
    part = s3.get_object(Bucket="judge", Key="a/b c+é.bin", Range="bytes=10-19")["Body"].read()
    assert part == body[10:20]
    listed = s3.list_objects_v2(Bucket="judge", Prefix="a/")
    assert [each["Key"] for each in listed["Contents"]] == ["a/b c+é.bin"], listed
    with tempfile.NamedTemporaryFile() as big:
        big.write(os.urandom(12 << 20))
        big.flush()
        s3.upload_file(big.name, "judge", "a/multipart")
        assert s3.head_object(Bucket="judge", Key="a/multipart")["ContentLength"] == 12 << 20
    for key in ("a/b c+é.bin", "a/multipart"):
        s3.delete_object(Bucket="judge", Key=key)
    try:
        s3.get_object(Bucket="judge", Key="a/multipart")
        raise AssertionError("a deleted object was read")
    except s3.exceptions.NoSuchKey:
        pass
    print("s3: put, get, range, list, multipart, delete")


def outcome(call):
    """What a client sees of a call: the answer without what must differ, or the error's code."""
    try:
        answer = call()
    except botocore.exceptions.ClientError as error:
        return {"error": error.response["Error"]["Code"]}
    answer.pop("ResponseMetadata", None)
    return json.loads(json.dumps(answer, default=str))


def secrets(client, name):
    sm = client("secretsmanager")
    v1, v2 = "1" * 32, "2" * 32
    get = lambda **kw: outcome(lambda: sm.get_secret_value(SecretId=name, **kw))
    keep = lambda answer, *keys: {k: answer.get(k) for k in keys + ("error",)}
    put = lambda v, s, t: outcome(lambda: sm.put_secret_value(
        SecretId=name, ClientRequestToken=v, SecretString=s, VersionStages=[t]))
    seen = []
    add = lambda what, answer, *keys: seen.append((what, keep(answer, *keys)))
    add("get missing", get(), "SecretString")
    add("create", outcome(lambda: sm.create_secret(
        Name=name, ClientRequestToken=v1, SecretString="one")), "Name", "VersionId")
    add("create again", outcome(lambda: sm.create_secret(
        Name=name, ClientRequestToken=v2, SecretString="two")), "Name")
    add("get", get(), "SecretString", "VersionId", "VersionStages")
    add("put pending", put(v2, "two", "AWSPENDING"), "VersionId", "VersionStages")
    add("put pending again", put(v2, "two", "AWSPENDING"), "VersionId", "VersionStages")
    add("current", get(), "SecretString")
    add("pending", get(VersionStage="AWSPENDING"), "SecretString", "VersionId")
    add("move", outcome(lambda: sm.update_secret_version_stage(
        SecretId=name, VersionStage="AWSCURRENT", MoveToVersionId=v2, RemoveFromVersionId=v1)),
        "Name")
    # By the label: without one, moto 5.2.5 still gives the version that was current at first.
    add("current", get(VersionStage="AWSCURRENT"), "SecretString", "VersionId")
    add("previous", get(VersionStage="AWSPREVIOUS"), "SecretString", "VersionId")
    stages = outcome(lambda: sm.describe_secret(SecretId=name)).get("VersionIdsToStages")
    seen.append(("stages", {k: sorted(v) for k, v in sorted((stages or {}).items())}))
    add("no such stage", get(VersionStage="NOPE"), "SecretString")
    add("delete", outcome(lambda: sm.delete_secret(
        SecretId=name, ForceDeleteWithoutRecovery=True)), "Name")
    add("get deleted", get(), "SecretString")
    return seen


def compare_with_moto(client):
    ours = secrets(client, "judge/secret")
    with moto.mock_aws():
        theirs = secrets(clients({}), "judge/secret")
    different = [(a, b) for a, b in zip(ours, theirs) if a != b]
    for a, b in different:
        print(f"sandbox {a}\nmoto    {b}")
    assert not different, "Secrets Manager differs from moto"
    print(f"secretsmanager: {len(ours)} calls answer as moto's do")


def main():
    with tempfile.TemporaryDirectory() as folder:
        state = pathlib.Path(folder, "state")
        sandbox = subprocess.Popen([sys.argv[1], "sandbox", "--state", str(state)],
                                   stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                                   start_new_session=True)
        try:
            ready = state / "sandbox.json"
            deadline = time.time() + 120
            while not ready.exists():
                if sandbox.poll() is not None or time.time() > deadline:
                    sandbox.kill()
                    sys.exit("the sandbox did not start:\n" + sandbox.stdout.read())
                time.sleep(0.2)
            facts = json.loads(ready.read_text())
            env = dict(line.split("=", 1)
                       for line in (state / "sandbox.env").read_text().splitlines() if "=" in line)
            client = clients(env)
            assert client("sts").get_caller_identity()["Account"] == facts["account"]
            statement(client, facts["warehouse"])
            bucket(client)
            compare_with_moto(client)
        finally:
            if sandbox.poll() is None:
                sandbox.send_signal(signal.SIGTERM)
                sandbox.wait(30)


main()
