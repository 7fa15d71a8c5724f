// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The JavaScript SDK of the v2 era, as published, against the sandbox named by COMPOSIO_BASE_URL.
import assert from "node:assert/strict";
import { Composio, ComposioToolSet } from "composio-core";

const apiKey = process.env.COMPOSIO_API_KEY;
const baseUrl = process.env.COMPOSIO_BASE_URL;
const client = new Composio({ apiKey, baseUrl });
const toolset = new ComposioToolSet({ apiKey, baseUrl, entityId: "default" });

const cases = {
  async "actions.execute of a no-auth action"() {
    const input = { text: "grüße", nested: { list: [1, 2.5, null] } };
    const answer = await client.actions.execute({ actionName: "SANDBOX_ECHO", requestBody: { appName: "sandbox", input } });
    assert.equal(answer.successful, true);
    assert.equal(answer.successfull, true);
    assert.equal(answer.error, null);
    assert.deepEqual(answer.data.input, input);
    assert.equal(answer.data.request.allowTracing, false);
  },

  async "actions.execute with the account of an entity, then a list"() {
    const accounts = await client.connectedAccounts.list({ user_uuid: "default", appNames: "github" });
    assert.equal(accounts.items.length, 1);
    const where = { owner: "octocat", repo: "Hello-World" };
    const run = (actionName, input) =>
      client.actions.execute({
        actionName,
        requestBody: { appName: "github", connectedAccountId: accounts.items[0].id, input },
      });
    const created = await run("GITHUB_CREATE_AN_ISSUE", { ...where, title: "Seen by the SDK", labels: ["bug"] });
    assert.equal(created.successful, true);
    assert.equal(created.data.number, 1);
    assert.equal(created.data.state, "open");
    const listed = await run("GITHUB_LIST_REPOSITORY_ISSUES", { ...where, per_page: 10 });
    assert.deepEqual(listed.data.issues.map((issue) => issue.title), ["Seen by the SDK"]);
  },

  async "entity.execute finds the account itself"() {
    const entity = client.getEntity("default");
    const answer = await entity.execute({
      actionName: "GITHUB_CREATE_AN_ISSUE",
      params: { owner: "octocat", repo: "Hello-World", title: "By the entity" },
    });
    assert.equal(answer.successful, true);
    assert.equal(answer.data.number, 2);
  },

  async "entity.execute with an expired account is stopped before the call"() {
    const entity = client.getEntity("expired-user");
    await assert.rejects(
      entity.execute({ actionName: "GITHUB_CREATE_AN_ISSUE", params: { owner: "o", repo: "r", title: "t" } }),
      (error) => error.errCode === "SDK::NO_CONNECTED_ACCOUNT_FOUND",
    );
  },

  async "toolset.executeAction of a no-auth action and of one with an account"() {
    const weather = await toolset.executeAction({ action: "WEATHERMAP_WEATHER", params: { location: "Berlin" } });
    assert.equal(weather.successful, true);
    assert.equal(weather.data.name, "Berlin");
    const sent = await toolset.executeAction({
      action: "GMAIL_SEND_EMAIL",
      params: { recipient_email: "ada@example.com", subject: "Hello", body: "From the toolset." },
    });
    assert.deepEqual(sent.data.labelIds, ["SENT"]);
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
    await assert.rejects(
      client.actions.execute({ actionName: "SANDBOX_WAIT", requestBody: { input: { milliseconds: "soon" } } }),
      (error) => error.errCode === "BACKEND::BAD_REQUEST" && error.description.includes("milliseconds must be of type integer"),
    );
  },

  async "an unknown action is not found"() {
    await assert.rejects(
      client.actions.execute({ actionName: "GITHUB_CREATE_A_MOON", requestBody: { input: {} } }),
      (error) => error.errCode === "BACKEND::NOT_FOUND",
    );
  },

  async "a wrong key is refused"() {
    const stranger = new Composio({ apiKey: "ak_wrong", baseUrl });
    await assert.rejects(
      stranger.actions.execute({ actionName: "SANDBOX_ECHO", requestBody: { input: {} } }),
      (error) => error.errCode === "BACKEND::UNAUTHORIZED",
    );
  },
};

let failed = 0;
for (const [name, run] of Object.entries(cases)) {
  try {
    await run();
    console.log(`ok    ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL  ${name}\n${error.stack}\n${JSON.stringify(error)}`);
  }
}
process.exit(failed === 0 ? 0 : 1);
