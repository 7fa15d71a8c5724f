// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The generated client of v3.1, as published.
import assert from "node:assert/strict";
import Composio from "@composio/client";
import { allowConnection, apiKey, baseUrl, md5, runCases, startUpstream } from "./cases.mjs";

const client = new Composio({ apiKey, baseURL: baseUrl });
const where = { owner: "octocat", repo: "Hello-World" };
const execute = (slug, args, more = {}) => client.tools.execute(slug, { user_id: "default", arguments: args, ...more });
const failsWith = (promise, status, slug) =>
  assert.rejects(promise, (error) => {
    assert.equal(error.status, status, error.stack);
    assert.equal(error.error.error.slug, slug);
    return true;
  });

const cases = {
  async "a chain: create, comment, list, close"() {
    const run = async (slug, args) => {
      const answer = await execute(slug, args);
      assert.equal(answer.successful, true, answer.error);
      return answer.data;
    };
    assert.equal((await run("GITHUB_CREATE_AN_ISSUE", { ...where, title: "Seen by the client" })).number, 1);
    await run("GITHUB_CREATE_AN_ISSUE_COMMENT", { ...where, issue_number: 1, body: "Me too." });
    const listed = await run("GITHUB_LIST_REPOSITORY_ISSUES", { ...where });
    assert.deepEqual(listed.issues.map((issue) => issue.comments), [1]);
    await run("GITHUB_UPDATE_AN_ISSUE", { ...where, issue_number: 1, state: "closed" });
    assert.deepEqual((await run("GITHUB_LIST_REPOSITORY_ISSUES", { ...where })).issues, []);
  },

  async "every list, and one of each"() {
    const pinned = await client.tools.list({ toolkit_slug: "github", toolkit_versions: { github: "20260105_00" }, limit: 3 });
    assert.equal(pinned.items.length, 3);
    const next = await client.tools.list({ toolkit_slug: "github", limit: 3, cursor: pinned.next_cursor });
    assert.equal(next.current_page, 2);
    assert.equal((await client.tools.retrieve("GITHUB_CREATE_AN_ISSUE")).slug, "GITHUB_CREATE_AN_ISSUE");
    assert.ok((await client.tools.retrieveEnum()).includes("GITHUB_CREATE_AN_ISSUE"));
    assert.ok((await client.toolkits.list({})).total_items > 10);
    assert.equal((await client.toolkits.retrieve("github")).slug, "github");
    assert.ok((await client.toolkits.retrieveCategories()).items.length > 0);
    const accounts = await client.connectedAccounts.list({ user_ids: ["default"], toolkit_slugs: ["github"] });
    assert.equal((await client.connectedAccounts.retrieve(accounts.items[0].id)).user_id, "default");
    const configs = await client.authConfigs.list({ toolkit_slug: "github" });
    assert.equal((await client.authConfigs.retrieve(configs.items[0].id)).toolkit.slug, "github");
  },

  async "input from text"() {
    const made = await client.tools.getInput("GITHUB_CREATE_AN_ISSUE", { text: "an issue titled Crash in octocat/Hello-World" });
    assert.deepEqual(made.arguments, { title: "Crash", ...where });
  },

  async "a file goes up and comes down"() {
    const words = "Storm at two.";
    const file = { filename: "storm.txt", mimetype: "text/plain", md5: md5(words), tool_slug: "GOOGLEDRIVE_UPLOAD_FILE", toolkit_slug: "googledrive" };
    const announced = await client.files.createPresignedURL(file);
    const put = (body) => fetch(announced.new_presigned_url, { method: "PUT", body });
    assert.equal((await put("other words")).status, 400);
    assert.equal((await put(words)).status, 200);
    assert.equal((await client.files.createPresignedURL(file)).type, "existing");
    assert.ok((await client.files.list({})).items.some((each) => each.md5 === file.md5));
    const uploaded = await execute("GOOGLEDRIVE_UPLOAD_FILE", { file_to_upload: { name: "storm.txt", mimetype: "text/plain", s3key: announced.key } });
    const fetched = await execute("GOOGLEDRIVE_DOWNLOAD_FILE", { file_id: uploaded.data.id });
    assert.equal(await (await fetch(fetched.data.downloaded_file_content.s3url)).text(), words);
  },

  async "a connection by link, refused, refreshed, deleted"() {
    const config = (await client.authConfigs.list({ toolkit_slug: "gmail" })).items[0];
    const link = await client.link.create({ auth_config_id: config.id, user_id: "ada" });
    await failsWith(execute("GMAIL_GET_PROFILE", {}, { user_id: "ada" }), 422, "ActionExecute_ConnectedAccountNotFound");
    assert.equal(await allowConnection(link.redirect_url), 200);
    assert.equal((await execute("GMAIL_GET_PROFILE", {}, { user_id: "ada" })).successful, true);
    await client.connectedAccounts.updateStatus(link.connected_account_id, { enabled: false });
    await failsWith(execute("GMAIL_GET_PROFILE", {}, { user_id: "ada" }), 422, "ActionExecute_ConnectedAccountNotFound");
    const fresh = await client.connectedAccounts.refresh(link.connected_account_id, {});
    assert.equal(fresh.id, link.connected_account_id);
    await client.connectedAccounts.delete(link.connected_account_id);
    await failsWith(client.connectedAccounts.retrieve(link.connected_account_id), 410, "ConnectedAccount_Deleted");
  },

  async "proxy calls a service with the account's credentials"() {
    const account = (await client.connectedAccounts.list({ user_ids: ["default"], toolkit_slugs: ["github"] })).items[0];
    const upstream = await startUpstream();
    try {
      const answer = await client.tools.proxy({
        connected_account_id: account.id,
        endpoint: `${upstream.url}/issues`,
        method: "POST",
        parameters: [{ name: "page", type: "query", value: "2" }],
        body: { title: "By proxy" },
      });
      assert.equal(answer.status, 200);
      assert.equal(answer.data.url, "/issues?page=2");
      assert.match(answer.data.headers.authorization, /^Bearer ./);
      await failsWith(client.tools.proxy({ endpoint: "https://example.com/", method: "GET" }), 403, "HTTP_Forbidden");
    } finally {
      upstream.close();
    }
  },

  async "what is refused comes with status and slug"() {
    await failsWith(execute("GITHUB_CREATE_A_MOON", {}), 404, "Tool_ToolNotFound");
    await failsWith(execute("SANDBOX_ECHO", {}, { version: "7_7" }), 404, "Tool_ToolNotFound");
    await failsWith(execute("GITHUB_CREATE_AN_ISSUE", { owner: "o" }), 400, "ActionExecute_ValidationError");
    await failsWith(execute("GMAIL_GET_PROFILE", {}, { user_id: "expired-user" }), 422, "ActionExecute_ConnectedAccountExpired");
    await failsWith(client.tools.list({ cursor: "nonsense" }), 400, "HTTP_InvalidCursor");
    const stranger = new Composio({ apiKey: "ak_wrong", baseURL: baseUrl });
    await failsWith(stranger.tools.execute("SANDBOX_ECHO", { arguments: {} }), 401, "HTTP_Unauthorized");
  },

  async "logs of what was done"() {
    const logs = await client.logs.tools.list({ cursor: null, limit: 5 });
    assert.equal(logs.data.length, 5);
    const one = await client.logs.tools.retrieve(logs.data[0].id);
    assert.equal(one.actionLogId, logs.data[0].id);
  },
};

await runCases(cases);
