// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The SDK of v3 and v3.1, two releases of it, as published: the older speaks v3, the newer v3.1.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Composio } from "@composio/core";
import { allowConnection, apiKey, baseUrl, installedVersion, md5, plain, runCases, startUpstream } from "./cases.mjs";

const isOld = installedVersion("@composio/core").startsWith("0.6.");
const options = { baseURL: baseUrl, allowTracking: false, disableVersionCheck: true };
const composio = new Composio({ apiKey, ...options });
const where = { owner: "octocat", repo: "Hello-World" };
const execute = async (slug, args, more = {}) =>
  composio.tools.execute(slug, { userId: "default", arguments: args, version: "20260105_00", ...more });

// The status of the answer behind whatever the SDK made of it.
function statusOf(error) {
  for (let each = error; each; each = each.cause) {
    const status = each.status ?? each.statusCode;
    if (status !== undefined)
      return status;
  }
  return undefined;
}
const failsWith = (promise, status) =>
  assert.rejects(promise, (error) => {
    assert.equal(statusOf(error), status, error.stack);
    return true;
  });

async function uploadByHand(words, { toolSlug, toolkitSlug }) {
  const wish = { toolkit_slug: toolkitSlug, tool_slug: toolSlug, filename: "storm.txt", mimetype: "text/plain", md5: md5(words) };
  const announced = (await plain("POST", "/api/v3.1/files/upload/request", wish)).body;
  assert.equal((await fetch(announced.new_presigned_url, { method: "PUT", body: words })).status, 200);
  return { name: wish.filename, mimetype: wish.mimetype, s3key: announced.key };
}

const cases = {
  async "tools.execute of a no-auth tool"() {
    const args = { text: "grüße", nested: { list: [1, 2.5, null] } };
    const answer = await execute("SANDBOX_ECHO", args);
    assert.equal(answer.successful, true);
    assert.equal(answer.error, null);
    assert.deepEqual(answer.data.input, args);
    assert.ok(answer.logId.startsWith("log_"));
  },

  async "lists of toolkits, tools, accounts and auth configs"() {
    const toolkits = await composio.toolkits.get({});
    assert.ok(toolkits.some((toolkit) => toolkit.slug === "github"));
    assert.equal((await composio.toolkits.get("github")).name, "GitHub");
    const tools = await composio.tools.getRawComposioTools({ toolkits: ["github", "gmail"], limit: 100 });
    assert.ok(tools.some((tool) => tool.slug === "GMAIL_SEND_EMAIL"));
    const named = await composio.tools.getRawComposioTools({ tools: ["GITHUB_CREATE_AN_ISSUE"] });
    assert.deepEqual(named.map((tool) => tool.slug), ["GITHUB_CREATE_AN_ISSUE"]);
    const searched = await composio.tools.getRawComposioTools({ search: "create an issue" });
    assert.ok(searched.some((tool) => tool.slug === "GITHUB_CREATE_AN_ISSUE"));
    const accounts = await composio.connectedAccounts.list({ userIds: ["default", "expired-user"], toolkitSlugs: ["github"] });
    assert.deepEqual(accounts.items.map((account) => account.status).sort(), ["ACTIVE", "EXPIRED"]);
    const configs = await composio.authConfigs.list({ toolkit: "github" });
    assert.equal(configs.items[0].toolkit.slug, "github");
    assert.equal((await composio.authConfigs.get(configs.items[0].id)).authScheme, "OAUTH2");
  },

  async "a chain: create, comment, list, close"() {
    const run = async (slug, args) => {
      const answer = await execute(slug, args);
      assert.equal(answer.successful, true, answer.error);
      return answer.data;
    };
    const created = await run("GITHUB_CREATE_AN_ISSUE", { ...where, title: "Seen by the SDK" });
    assert.equal(created.number, 1);
    await run("GITHUB_CREATE_AN_ISSUE_COMMENT", { ...where, issue_number: 1, body: "Me too." });
    const listed = await run("GITHUB_LIST_REPOSITORY_ISSUES", { ...where, per_page: 10 });
    assert.deepEqual(listed.issues.map((issue) => [issue.title, issue.comments]), [["Seen by the SDK", 1]]);
    await run("GITHUB_UPDATE_AN_ISSUE", { ...where, issue_number: 1, state: "closed" });
    assert.deepEqual((await run("GITHUB_LIST_REPOSITORY_ISSUES", { ...where })).issues, []);
  },

  async "a file goes up and comes down"() {
    const path = join(tmpdir(), `actionscope-peer-${process.pid}.txt`);
    const words = `Storm at two, by ${installedVersion("@composio/core")}.`;
    writeFileSync(path, words);
    // From 0.18 on it sends no file to an address of loopback, so there the bytes go by another hand.
    const tool = { toolSlug: "GOOGLEDRIVE_UPLOAD_FILE", toolkitSlug: "googledrive" };
    const file = isOld ? await composio.files.upload({ file: path, ...tool }) : await uploadByHand(words, tool);
    const uploaded = await execute("GOOGLEDRIVE_UPLOAD_FILE", { file_to_upload: file });
    assert.equal(uploaded.successful, true, uploaded.error);
    const fetched = await execute("GOOGLEDRIVE_DOWNLOAD_FILE", { file_id: uploaded.data.id });
    const content = fetched.data.downloaded_file_content;
    const got = content.uri ? readFileSync(content.uri, "utf8") : await (await fetch(content.s3url)).text();
    assert.equal(got, words);
  },

  async "a new connection, from the first wish to the first call, and its end"() {
    const config = (await composio.authConfigs.list({ toolkit: "github" })).items[0];
    const request = await composio.connectedAccounts.link("ada", config.id, { callbackUrl: "http://127.0.0.1:9/done" });
    assert.equal(await allowConnection(request.redirectUrl), 303);
    const account = await request.waitForConnection(10000);
    assert.equal(account.status, "ACTIVE");
    const run = () => execute("GITHUB_GET_THE_AUTHENTICATED_USER", {}, { userId: "ada", connectedAccountId: account.id });
    assert.equal((await run()).successful, true);
    await composio.connectedAccounts.disable(account.id);
    assert.equal((await composio.connectedAccounts.get(account.id)).status, "INACTIVE");
    await failsWith(run(), 422);
    await composio.connectedAccounts.enable(account.id);
    assert.equal((await run()).successful, true);
    await composio.connectedAccounts.delete(account.id);
    await failsWith(run(), 410);
  },

  async "an auth config of one's own, and an account by key"() {
    const config = await composio.authConfigs.create("stripe", { type: "use_custom_auth", authScheme: "API_KEY", credentials: {}, name: "Own" });
    const request = await composio.connectedAccounts.initiate("ada", config.id, {
      config: { authScheme: "API_KEY", val: { status: "ACTIVE", api_key: "sk_own" } },
    });
    const account = await composio.connectedAccounts.get(request.id);
    assert.equal(account.status, "ACTIVE");
    const made = await execute("STRIPE_CREATE_CUSTOMER", { name: "Ada" }, { userId: "ada" });
    assert.equal(made.successful, true, made.error);
    await composio.authConfigs.disable(config.id);
    assert.equal((await composio.authConfigs.get(config.id)).status, "DISABLED");
    await composio.authConfigs.delete(config.id);
    await assert.rejects(composio.authConfigs.get(config.id));
  },

  async "proxyExecute calls a service with the account's credentials"() {
    const account = (await composio.connectedAccounts.list({ userIds: ["default"], toolkitSlugs: ["github"] })).items[0];
    const upstream = await startUpstream();
    try {
      const answer = await composio.tools.proxyExecute({
        connectedAccountId: account.id,
        toolkitSlug: "github",
        endpoint: `${upstream.url}/issues`,
        method: "POST",
        parameters: [{ name: "page", in: "query", value: "2" }],
        body: { title: "By proxy" },
      });
      assert.equal(answer.data.url, "/issues?page=2");
      assert.match(answer.data.headers.authorization, /^Bearer ./);
    } finally {
      upstream.close();
    }
  },

  async "an action that says no is no exception"() {
    const answer = await execute("SANDBOX_FAIL", { message: "Repository not found.", status_code: 404 });
    assert.equal(answer.successful, false);
    assert.equal(answer.error, "Repository not found.");
    assert.deepEqual(answer.data, { status_code: 404, message: "Repository not found." });
  },

  async "what is refused comes with its status"() {
    await failsWith(execute("SANDBOX_WAIT", { milliseconds: "soon" }), 400);
    await failsWith(execute("GITHUB_CREATE_AN_ISSUE", { ...where, title: "t" }, { userId: "nobody" }), 404);
    await failsWith(execute("GITHUB_CREATE_AN_ISSUE", { ...where, title: "t" }, { userId: "expired-user" }), 422);
    await assert.rejects(execute("GITHUB_CREATE_A_MOON", {}));
    const stranger = new Composio({ apiKey: "ak_wrong", ...options });
    await assert.rejects(stranger.tools.execute("SANDBOX_ECHO", { userId: "default", arguments: {}, version: "latest" }));
  },
};

await runCases(cases);
