"""Measures Airflow's added time per step: a chain of no-op tasks, LocalExecutor and PostgreSQL.

Usage: airflow_steps.py AIRFLOW_BIN_FOLDER STEPS default|tuned     (the database: BENCH_DATABASE)

Prints one JSON object: {"kind", "steps", "median_step_ms", "p95_step_ms", "wall_s", "pss_mib", "processes"}.
A step's time is from the end of a task to the end of the next, as Airflow's own task_instance table has it;
the tasks do nothing. "tuned" sets scheduler_idle_sleep_time to 0.05.
"""

import json
import os
import pathlib
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time

DAG = """
import datetime
from airflow.sdk import DAG, task

with DAG("chain", start_date=datetime.datetime(2026, 1, 1), schedule=None, catchup=False):
    @task
    def nothing(before=None):
        return 1

    at = None
    for i in range({steps}):
        at = nothing.override(task_id=f"t{{i:03}}")(at)
"""


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def pss_mib(pgid):
    total = count = 0
    for proc in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            if os.getsid(int(proc.name)) not in pgid:
                continue
            for line in (proc / "smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1])
                    count += 1
        except (OSError, ProcessLookupError):
            pass
    return total // 1024, count


def main():
    bin_folder, steps, kind = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    url = os.environ["BENCH_DATABASE"]
    home = pathlib.Path(tempfile.mkdtemp(prefix="airflow-bench-"))
    (home / "dags").mkdir()
    (home / "dags" / "chain.py").write_text(DAG.format(steps=steps))
    port = free_port()
    env = {
        "PATH": bin_folder + ":" + os.environ["PATH"],
        "HOME": str(home),
        "AIRFLOW_HOME": str(home),
        "AIRFLOW__CORE__DAGS_FOLDER": str(home / "dags"),
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW__CORE__DAGS_ARE_PAUSED_AT_CREATION": "False",
        "AIRFLOW__CORE__EXECUTOR": "LocalExecutor",
        "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"http://127.0.0.1:{port}/execution/",
        "AIRFLOW__API_AUTH__JWT_SECRET": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": url,
        "AIRFLOW__DAG_PROCESSOR__REFRESH_INTERVAL": "5",
        "AIRFLOW__LOGGING__LOGGING_LEVEL": "WARNING",
    }
    if kind == "tuned":
        env["AIRFLOW__SCHEDULER__SCHEDULER_IDLE_SLEEP_TIME"] = "0.05"
    run = lambda *a: subprocess.run(["airflow", *a], env=env, capture_output=True, text=True)
    log = open(home / "log", "w")
    done = run("db", "migrate")
    if done.returncode:
        sys.exit("airflow db migrate failed: " + done.stderr[-2000:])
    started = [
        subprocess.Popen(["airflow", *a], env=env, stdout=log, stderr=log, start_new_session=True)
        for a in (("api-server", "--port", str(port), "--host", "127.0.0.1", "--workers", "1"),
                  ("scheduler",), ("dag-processor",))
    ]
    try:
        deadline = time.time() + 180
        while "chain" not in run("dags", "list").stdout:
            if time.time() > deadline:
                sys.exit("the DAG was not found: " + (home / "log").read_text()[-3000:])
            time.sleep(1)
        time.sleep(10)
        begin = time.time()
        if run("dags", "trigger", "chain", "--run-id", "bench").returncode:
            sys.exit("the DAG could not be triggered")
        import psycopg2

        db = psycopg2.connect(url.replace("postgresql+psycopg2", "postgresql"))
        db.autocommit = True
        cursor = db.cursor()
        while True:
            cursor.execute("select state from dag_run where run_id = 'bench'")
            state = cursor.fetchone()
            if state and state[0] in ("success", "failed"):
                break
            if time.time() > begin + 120:
                sys.exit("the DAG run did not end: " + (home / "log").read_text()[-3000:])
            time.sleep(0.1)
        wall = time.time() - begin
        memory, processes = pss_mib({p.pid for p in started})
        cursor.execute("select end_date from task_instance where run_id = 'bench' order by task_id")
        ends = [row[0] for row in cursor.fetchall()]
        gaps = sorted((b - a).total_seconds() * 1000 for a, b in zip(ends, ends[1:]))
        print(json.dumps({
            "kind": kind, "steps": steps, "median_step_ms": round(statistics.median(gaps)),
            "p95_step_ms": round(gaps[int(len(gaps) * 0.95)]), "wall_s": round(wall, 1),
            "pss_mib": memory, "processes": processes, "state": state[0]}))
    finally:
        for each in started:
            try:
                os.killpg(each.pid, signal.SIGTERM)
            except ProcessLookupError:
                pass
        time.sleep(3)
        for each in started:
            try:
                os.killpg(each.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass


main()
