# SPDX-FileCopyrightText: 2026 The Actionscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Reads the CI examples, holds them against what their services ask for, and runs what they run on the sandbox."""

import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import yaml

FOLDER = Path(sys.argv[1])
CLI = Path(sys.argv[2])


class StrictLoader(yaml.SafeLoader):
    """YAML 1.2 where it matters: no name twice, and `on` is a word."""


def mapping(loader, node):
    names = [loader.construct_object(name) for name, _ in node.value]
    if len(names) != len(set(names)):
        raise yaml.YAMLError(f"a name stands twice at {node.start_mark}")
    return {loader.construct_object(name, deep=True): loader.construct_object(value, deep=True) for name, value in node.value}


StrictLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, mapping)
StrictLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
StrictLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))


def load(name):
    with open(FOLDER / name, encoding="utf-8") as file:
        return list(yaml.load_all(file, StrictLoader))


def without_expressions(text):
    return re.sub(r"\$\{\{.*?\}\}", "1", text)


class Examples(unittest.TestCase):
    def check_shell(self, text):
        text = without_expressions(text)
        result = subprocess.run(["sh", "-n"], input=text, text=True, capture_output=True)
        self.assertEqual((result.returncode, result.stderr), (0, ""), text)
        self.check_options(text)

    def check_options(self, text):
        """Every option is one that the program knows."""
        joined = text.replace("\\\n", " ")
        for line in joined.splitlines():
            words = re.findall(r"actionscope-cli (\w+)(.*)", line.split("#")[0])
            for command, rest in words:
                help_text = subprocess.run([CLI, command, "--help"], text=True, capture_output=True, check=True).stdout
                for option in re.findall(r"--[a-z-]+", rest):
                    self.assertIn(option, help_text, line)

    def test_github(self):
        (workflow,) = load("github-actions.yml")
        self.assertIn("on", workflow)
        jobs = workflow["jobs"]
        run, report = jobs["run"], jobs["report"]
        shards = run["strategy"]["matrix"]["shard"]
        self.assertEqual(shards, list(range(1, len(shards) + 1)))
        self.assertIs(run["strategy"]["fail-fast"], False)
        self.assertEqual(report["needs"], "run")
        self.assertEqual(report["if"], "always()")
        for job in (run, report):
            self.assertTrue(job["runs-on"])
            for step in job["steps"]:
                self.assertTrue(("run" in step) != ("uses" in step), step)
                if "uses" in step:
                    self.assertRegex(step["uses"], r"^actions/[a-z-]+@v\d+$")
                if "run" in step:
                    self.check_shell(step["run"])
                    self.assertNotIn("secrets.", step["run"], "a secret belongs into the environment")
        text = "\n".join(step.get("run", "") for step in run["steps"])
        self.assertIn(f'--shard "$SHARD/{len(shards)}"', text)

    def test_gitlab(self):
        (pipeline,) = load("gitlab-ci.yml")
        run, report = pipeline["action checks"], pipeline["action report"]
        self.assertEqual(pipeline["stages"], ["run", "report"])
        self.assertEqual((run["stage"], report["stage"]), ("run", "report"))
        self.assertGreater(run["parallel"], 1)
        self.assertIn('--shard "$CI_NODE_INDEX/$CI_NODE_TOTAL"', run["script"][0])
        self.assertEqual(run["artifacts"]["when"], "always")
        self.assertEqual(run["artifacts"]["reports"]["junit"], "part-*.xml")
        self.assertEqual(report["when"], "always")
        self.assertEqual(report["needs"][0]["job"], "action checks")
        for job in (run, report):
            for line in job["script"]:
                self.check_shell(line)

    def test_kubernetes(self):
        run, report = load("kubernetes-job.yaml")
        for job in (run, report):
            self.assertEqual((job["apiVersion"], job["kind"]), ("batch/v1", "Job"))
            self.assertRegex(job["metadata"]["name"], r"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$")
            self.assertEqual(job["spec"]["backoffLimit"], 0)
            pod = job["spec"]["template"]["spec"]
            self.assertEqual(pod["restartPolicy"], "Never")
            (container,) = pod["containers"]
            self.assertEqual(container["command"], ["sh", "-c"])
            volumes = {volume["name"] for volume in pod["volumes"]}
            self.assertEqual({mount["name"] for mount in container["volumeMounts"]}, volumes)
            for variable in container["env"]:
                self.assertTrue(isinstance(variable.get("value", ""), str) and ("value" in variable) != ("valueFrom" in variable))
            self.check_shell(container["args"][0])
        spec = run["spec"]
        self.assertEqual(spec["completionMode"], "Indexed")
        self.assertEqual(spec["completions"], spec["parallelism"])
        environment = {one["name"]: one.get("value") for one in spec["template"]["spec"]["containers"][0]["env"]}
        self.assertEqual(environment["SHARDS"], str(spec["completions"]))

    def test_kubernetes_runs_everything_once(self):
        """What the pods run, run here: every request in exactly one part, and one report of all."""
        run, report = load("kubernetes-job.yaml")
        scripts = [job["spec"]["template"]["spec"]["containers"][0]["args"][0] for job in (run, report)]
        count = run["spec"]["completions"]
        with tempfile.TemporaryDirectory() as folder:
            collection = Path(folder) / "collection"
            (collection / "environments").mkdir(parents=True)
            (Path(folder) / "reports").mkdir()
            (collection / "collection.json").write_text('{"actionscope":1,"name":"CI"}')
            (collection / "environments" / "ci.json").write_text('{"variables":{"n":1}}')
            for i in range(10):
                action = "SANDBOX_FAIL" if i == 3 else "SANDBOX_ECHO"
                (collection / f"r{i}.action.json").write_text('{"actionId":"%s","input":{"n":"{{n}}"}}' % action)
            environment = os.environ | {
                "PATH": f"{CLI.parent}:{os.environ['PATH']}", "COLLECTION": str(collection), "REPORTS": f"{folder}/reports",
                "SHARDS": str(count), "XDG_CONFIG_HOME": f"{folder}/config",
            }
            for index in range(count):
                pod = subprocess.run(["sh", "-c", scripts[0]], env=environment | {"JOB_COMPLETION_INDEX": str(index)},
                                     capture_output=True, text=True)
                self.assertEqual(pod.returncode, 0, pod.stderr)
            whole = subprocess.run(["sh", "-c", scripts[1]], env=environment, capture_output=True, text=True)
            self.assertEqual(whole.returncode, 3, whole.stderr)
            results = json.loads((Path(folder) / "reports" / "run.json").read_text())["results"]
            self.assertEqual(sorted(result["name"] for result in results), [f"r{i}" for i in range(10)])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
