// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What leaves for other programs, held by them: HAR against its schema, a Postman collection run by newman.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const require = createRequire(import.meta.url);
const newman = require("newman");
const harSchemas = require("har-schema");
const Ajv = require("ajv");

const folder = mkdtempSync(join(tmpdir(), "exchange-"));
const { COMPOSIO_API_KEY: apiKey, COMPOSIO_BASE_URL: baseUrl, ACTIONSCOPE_CLI: program } = process.env;

function cli(...words) {
  return execFileSync(program, words, {
    cwd: folder,
    env: { ...process.env, XDG_CONFIG_HOME: folder },
    stdio: ["ignore", "pipe", "ignore"],
    encoding: "utf8",
  });
}

function write(name, value) {
  mkdirSync(join(folder, name, ".."), { recursive: true });
  writeFileSync(join(folder, name), typeof value === "string" ? value : JSON.stringify(value));
}

// HAR 1.2 by its published schema.
const report = JSON.parse(cli("exec", "SANDBOX_ECHO", "--base-url", baseUrl, "--api", "v3.1", "--input", '{"n":1.10}', "--print", "report"));
const har = JSON.parse(cli("export", report.historyId, "--as", "har"));
const ajv = new Ajv({ allErrors: true });
ajv.addMetaSchema(require("ajv/lib/refs/json-schema-draft-06.json"));
const validate = ajv.addSchema(Object.values(harSchemas)).getSchema("har.json");
assert.ok(validate(har), JSON.stringify(validate.errors, null, 2));
assert.equal(har.log.entries.length, 1);
assert.ok(!JSON.stringify(har).includes(apiKey));
console.log("ok: HAR holds against its schema");

// A collection with folders, variables, captures and expectations, as newman runs it.
write("col/collection.json", { actionscope: 1, name: "Mine", variables: { count: "5" } });
write("col/a/first.action.json", {
  actionscope: 1, actionId: "SANDBOX_ECHO", entityId: "default", input: { n: "{{count}}" },
  expect: [{ successful: true }, { status: 200 }, { path: "$.data.input.n", equals: "{{count}}" }],
  capture: { seen: "$.data.input.n" },
});
write("col/b/second.action.json", {
  actionscope: 1, actionId: "SANDBOX_ECHO", entityId: "default", input: { again: "{{seen}}" },
  expect: [{ path: "$.data.input.again", equals: "{{count}}" }],
});
write("col/b/third.action.json", { actionscope: 1, actionId: "SANDBOX_FAIL", entityId: "default", input: { message: "no" }, expect: [{ successful: true }] });
const collection = JSON.parse(cli("export", "col", "--as", "postman", "--api", "v3.1"));
write("col/environments/here.json", { baseUrl, api: "v3.1", secrets: ["apiKey"] });
const environment = JSON.parse(cli("export", "col/environments/here.json", "--as", "postman-environment"));
environment.values.find((value) => value.key === "apiKey").value = apiKey;

const summary = await new Promise((resolve, reject) => {
  newman.run({ collection, environment, reporters: [] }, (error, result) => (error ? reject(error) : resolve(result)));
});
assert.equal(summary.run.stats.requests.total, 3);
assert.equal(summary.run.stats.requests.failed, 0);
assert.equal(summary.run.stats.assertions.total, 5);
assert.deepEqual(summary.run.failures.map((failure) => failure.source.name), ["third"]);
console.log("ok: newman runs the collection, and only the expectation that must fail does");
process.exit(0);
