// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The JavaScript SDK of the v2 era, three releases of it, as published, against the sandbox.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sdk from "composio-core";
import { allowConnection, apiKey, baseUrl, installedVersion, plain, runCases, startUpstream } from "./cases.mjs";

const { Composio } = sdk;
const isOldest = installedVersion("composio-core").startsWith("0.4.");
// Up to 0.5.18 all clients of a process share one connection, and the first key given to it. This script starts itself
// again for a stranger.
const strangersKey = process.argv[2];
const key = strangersKey ?? apiKey;
const client = new Composio({ apiKey: key, baseUrl });
// 0.4.8 has no toolset without a framework.
const toolset = isOldest
  ? new sdk.LangchainToolSet({ apiKey: key, baseUrl, entityId: "default" })
  : new sdk.ComposioToolSet({ apiKey: key, baseUrl, entityId: "default" });
const where = { owner: "octocat", repo: "Hello-World" };

const fails = (promise, code, text = "") =>
  assert.rejects(promise, (error) => {
    assert.ok(JSON.stringify([error.message, error.description, error.errCode]).includes(text), error.message);
    assert.ok(error.errCode === code, `${error.errCode} instead of ${code}`);
    return true;
  });

const cases = {
  async "actions.execute of a no-auth action"() {
    const input = { text: "grüße", nested: { list: [1, 2.5, null] } };
    const answer = await client.actions.execute({ actionName: "SANDBOX_ECHO", requestBody: { appName: "sandbox", input } });
    assert.equal(answer.successful, true);
    assert.equal(answer.successfull, true);
    assert.equal(answer.error, null);
    assert.deepEqual(answer.data.input, input);
    assert.equal(answer.data.request.allowTracing, isOldest ? undefined : false);
  },

  async "lists of apps, actions and accounts"() {
    const apps = await client.apps.list();
    assert.ok((apps.items ?? apps).some((app) => app.key === "github"));
    const app = await client.apps.get({ appKey: "github" });
    assert.equal(app.name, "GitHub");
    const actions = await client.actions.list({ apps: "github,gmail", useCase: "create an issue" });
    assert.deepEqual(actions.items.map((action) => action.name).slice(0, 2),
      ["GITHUB_CREATE_AN_ISSUE", "GITHUB_CREATE_AN_ISSUE_COMMENT"]);
    const action = await client.actions.get({ actionName: "github_create_an_issue" });
    assert.equal(action.name, "GITHUB_CREATE_AN_ISSUE");
    assert.ok(action.parameters.required.includes("title"));
    const found = await client.actions.findActionEnumsByUseCase({ apps: ["github"], useCase: "star a repository" });
    assert.ok(found.includes("GITHUB_STAR_A_REPOSITORY_FOR_THE_AUTHENTICATED_USER"), JSON.stringify(found));
    const accounts = await client.connectedAccounts.list({ user_uuid: "default" });
    assert.ok(accounts.items.every((account) => account.clientUniqueUserId === "default"));
    const integrations = await client.integrations.list({ appName: "github" });
    assert.equal(integrations.items[0].appName, "github");
    const integration = await client.integrations.get({ integrationId: integrations.items[0].id });
    assert.equal(integration.authScheme, "OAUTH2");
  },

  async "a chain: create, comment, list, close"() {
    const accounts = await client.connectedAccounts.list({ user_uuid: "default", appNames: "github" });
    assert.equal(accounts.items.length, 1);
    const run = async (actionName, input) => {
      const answer = await client.actions.execute({
        actionName,
        requestBody: { appName: "github", connectedAccountId: accounts.items[0].id, input },
      });
      assert.equal(answer.successful, true, answer.error);
      return answer.data;
    };
    const created = await run("GITHUB_CREATE_AN_ISSUE", { ...where, title: "Seen by the SDK", labels: ["bug"] });
    assert.equal(created.number, 1);
    assert.equal(created.state, "open");
    await run("GITHUB_CREATE_AN_ISSUE_COMMENT", { ...where, issue_number: 1, body: "Me too." });
    const listed = await run("GITHUB_LIST_REPOSITORY_ISSUES", { ...where, per_page: 10 });
    assert.deepEqual(listed.issues.map((issue) => [issue.title, issue.comments]), [["Seen by the SDK", 1]]);
    await run("GITHUB_UPDATE_AN_ISSUE", { ...where, issue_number: 1, state: "closed" });
    const open = await run("GITHUB_LIST_REPOSITORY_ISSUES", { ...where });
    assert.deepEqual(open.issues, []);
  },

  async "entity.execute finds the account itself"() {
    const entity = client.getEntity("default");
    const answer = await entity.execute({
      actionName: "GITHUB_CREATE_AN_ISSUE",
      params: { ...where, title: "By the entity" },
    });
    assert.equal(answer.successful, true);
    assert.equal(answer.data.number, 2);
  },

  async "entity.execute with an expired account is stopped before the call"() {
    const entity = client.getEntity("expired-user");
    const run = entity.execute({ actionName: "GITHUB_CREATE_AN_ISSUE", params: { ...where, title: "t" } });
    await (isOldest ? assert.rejects(run) : fails(run, "SDK::NO_CONNECTED_ACCOUNT_FOUND"));
  },

  async "toolset.executeAction of a no-auth action and of one with an account"() {
    const weather = await toolset.executeAction({ action: "WEATHERMAP_WEATHER", params: { location: "Berlin" }, entityId: "default" });
    assert.equal(weather.successful, true);
    assert.equal(weather.data.name, "Berlin");
    const sent = await toolset.executeAction({
      action: "GMAIL_SEND_EMAIL",
      params: { recipient_email: "ada@example.com", subject: "Hello", body: "From the toolset." },
      entityId: "default",
    });
    assert.deepEqual(sent.data.labelIds, ["SENT"]);
  },

  async "toolset.getToolsSchema"() {
    const tools = await toolset.getToolsSchema({ apps: ["github"], tags: ["important"] });
    assert.ok(tools.length > 0 && tools.every((tool) => tool.name.startsWith("GITHUB_")));
  },

  async "a file goes up and comes down"() {
    const path = join(tmpdir(), `actionscope-peer-${process.pid}.txt`);
    const words = `Storm at two, by ${installedVersion("composio-core")}.`;
    writeFileSync(path, words);
    let uploaded;
    if (isOldest) {
      // It knows no upload of its own that a service of today takes.
      const wish = { action: "GOOGLEDRIVE_UPLOAD_FILE", app: "googledrive", filename: "storm.txt", mimetype: "text/plain", md5: "" };
      const announced = (await plain("POST", "/api/v2/actions/files/upload/request", wish)).body;
      assert.equal((await fetch(announced.url, { method: "PUT", body: readFileSync(path) })).status, 200);
      uploaded = await toolset.executeAction({
        action: "GOOGLEDRIVE_UPLOAD_FILE",
        params: { file_to_upload: { name: "storm.txt", mimetype: "text/plain", s3key: announced.key } },
        entityId: "default",
      });
    } else {
      uploaded = await toolset.executeAction({
        action: "GOOGLEDRIVE_UPLOAD_FILE",
        params: { file_to_upload_schema_parsed_file: path },
        entityId: "default",
      });
    }
    assert.equal(uploaded.successful, true, uploaded.error);
    const fetched = await toolset.executeAction({
      action: "GOOGLEDRIVE_DOWNLOAD_FILE",
      params: { file_id: uploaded.data.id },
      entityId: "default",
    });
    const file = fetched.data.downloaded_file_content;
    const got = file.uri ? readFileSync(file.uri, "utf8") : await (await fetch(file.s3url)).text();
    assert.equal(got, words);
  },

  async "a new connection, from the first wish to the first call, and its end"() {
    const user = "ada";
    const github = (await client.integrations.list({ appName: "github" })).items[0];
    const request = await client.connectedAccounts.initiate({ entityId: user, integrationId: github.id, config: {} });
    assert.equal(request.connectionStatus, "INITIATED");
    assert.equal(await allowConnection(request.redirectUrl), 200);
    const account = await client.connectedAccounts.get({ connectedAccountId: request.connectedAccountId });
    assert.equal(account.status, "ACTIVE");
    const run = () => client.actions.execute({
      actionName: "GITHUB_GET_THE_AUTHENTICATED_USER",
      requestBody: { connectedAccountId: account.id, appName: "github", input: {} },
    });
    assert.equal((await run()).successful, true);
    assert.equal((await plain("POST", `/api/v1/connectedAccounts/${account.id}/disable`)).status, 201);
    await fails(run(), "BACKEND::BAD_REQUEST");
    await client.connectedAccounts.delete({ connectedAccountId: account.id });
    await fails(run(), "BACKEND::NOT_FOUND");
  },

  async "executeRequest calls a service with the account's credentials"() {
    const account = (await client.connectedAccounts.list({ user_uuid: "default", appNames: "github" })).items[0];
    const upstream = await startUpstream();
    try {
      const ask = (endpoint) => client.actions.executeRequest({
        connectedAccountId: account.id,
        endpoint,
        method: "POST",
        parameters: [{ name: "page", in: "query", value: "2" }, { name: "x-trace", in: "header", value: "t" }],
        body: { title: "By proxy" },
      });
      const answer = await ask(`${upstream.url}/issues`);
      assert.equal(answer.successfull, true, answer.error);
      assert.equal(answer.data.url, "/issues?page=2");
      assert.equal(answer.data.headers["x-trace"], "t");
      assert.match(answer.data.headers.authorization, /^Bearer ./);
      assert.deepEqual(JSON.parse(answer.data.body), { title: "By proxy" });
      const elsewhere = await ask("https://example.com/issues"); // the sandbox calls this computer only
      assert.equal(elsewhere.successfull, false);
    } finally {
      upstream.close();
    }
  },

  async "an action that says no is no exception"() {
    const answer = await client.actions.execute({
      actionName: "SANDBOX_FAIL",
      requestBody: { input: { message: "Repository not found.", status_code: 404 } },
    });
    assert.equal(answer.successful, false);
    assert.equal(answer.error, "Repository not found.");
    assert.deepEqual(answer.data, { status_code: 404, message: "Repository not found." });
  },

  async "input that does not fit is a bad request whose details the SDK reads"() {
    const run = client.actions.execute({ actionName: "SANDBOX_WAIT", requestBody: { input: { milliseconds: "soon" } } });
    // 0.4.8 looks for the details where no document puts them.
    await fails(run, "BACKEND::BAD_REQUEST", isOldest ? "Validation Errors" : "milliseconds must be of type integer");
  },

  async "an unknown action is not found"() {
    await fails(client.actions.execute({ actionName: "GITHUB_CREATE_A_MOON", requestBody: { input: {} } }), "BACKEND::NOT_FOUND");
  },

  async "a wrong key is refused"() {
    const stranger = spawnSync(process.execPath, [process.argv[1], "ak_wrong"], { encoding: "utf8" });
    assert.ok(stranger.stdout.includes("refused with BACKEND::UNAUTHORIZED"), stranger.stdout + stranger.stderr);
  },
};

if (strangersKey) {
  const run = client.actions.execute({ actionName: "SANDBOX_ECHO", requestBody: { input: {} } });
  console.log(await run.then(() => "taken", (error) => `refused with ${error.errCode}`));
  process.exit(0);
}
await runCases(cases);
