// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The TypeScript that "actionscope-cli export" writes, run as pasted with the published SDKs against the sandbox.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const cli = process.env.ACTIONSCOPE_CLI;
const url = process.env.COMPOSIO_BASE_URL;
const folder = mkdtempSync(join(dirname(fileURLToPath(import.meta.url)), "code-")); // where the packages are found
const input = { n: 1.5, big: Number.MAX_SAFE_INTEGER, text: "it's \"so\" \\ \n\u2028 $HOME ${x} `y`", list: [true, null, {}], "caf\u00e9": "\u{1F600}" };
const requests = {
    echo: { actionscope: 1, actionId: "SANDBOX_ECHO", entityId: "default", input },
    issue: {
        actionscope: 1, actionId: "GITHUB_CREATE_AN_ISSUE", appName: "github", entityId: "default",
        input: { owner: "octocat", repo: "Hello-World", title: "made by code" },
    },
};

for (const [name, request] of Object.entries(requests)) {
    const saved = join(folder, `${name}.action.json`);
    writeFileSync(saved, JSON.stringify(request));
    for (const form of ["typescript", "typescript-v2"]) {
        const code = execFileSync(cli, ["export", saved, "--as", form, "--base-url", url, "--config", folder]);
        const file = join(folder, `${name}-${form}.mjs`);
        writeFileSync(file, code);
        const output = execFileSync(process.execPath, [file], { encoding: "utf8" });
        const answer = JSON.parse(output.slice(output.indexOf("\n{") + 1 || output.indexOf("{")));
        assert.equal(answer.successful, true, output);
        if (name === "echo")
            assert.deepEqual(answer.data.input, input, form);
        else
            assert.equal(answer.data.title, "made by code", form);
        console.log(`${form}, ${name}: as pasted`);
    }
}
