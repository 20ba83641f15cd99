// Drives a HubSpot, or what claims to be one, with HubSpot's own client, and prints what the client understood.
// node witness.mjs http://127.0.0.1:5055 TOKEN
import { Client } from "@hubspot/api-client";

const [basePath, accessToken] = process.argv.slice(2);
if (!basePath || !accessToken) {
  console.error("usage: node witness.mjs URL TOKEN");
  process.exit(2);
}

const base = basePath.replace(/\/$/, "");
const client = new Client({ accessToken, basePath: base, numberOfApiCallRetries: 0 });
const { contacts, companies, associations } = client.crm;
const said = {};

async function refusal(call) {
  try {
    await call();
  } catch (error) {
    return { code: error.code, category: error.body?.category, message: error.body?.message };
  }
  throw new Error("a call was answered that should have been refused");
}

const ann = { properties: { email: "ann@acme.example", firstname: "Ann" } };
const contact = await contacts.basicApi.create(ann);
said.created = { id: contact.id, email: contact.properties.email, createdAt: contact.createdAt.toISOString() };
said.conflict = await refusal(() => contacts.basicApi.create(ann));
said.refused = await refusal(() =>
  new Client({ accessToken: "not-the-token", basePath: base }).crm.contacts.basicApi.getById(contact.id));

const read = await contacts.basicApi.getById(contact.id, ["firstname", "email"]);
said.read = { firstname: read.properties.firstname };
const byEmail = await contacts.basicApi.getById("ann@acme.example", ["email"], undefined, undefined, false, "email");
said.readByEmail = { id: byEmail.id };
const patched = await contacts.basicApi.update(contact.id, { properties: { firstname: "Anna" } });
said.patched = { firstname: patched.properties.firstname };

const company = await companies.basicApi.create({ properties: { name: "Acme", domain: "acme.example" } });
said.company = { id: company.id };
const found = await companies.searchApi.doSearch({
  filterGroups: [{ filters: [{ propertyName: "domain", operator: "EQ", value: "acme.example" }] }],
  properties: ["name"],
  sorts: ["name"],
  limit: 10,
  after: "0",
});
said.searched = { total: found.total, id: found.results[0]?.id };

const tie = await associations.v4.basicApi.createDefault("contacts", contact.id, "companies", company.id);
said.associated = { status: tie.status, typeIds: tie.results.map((one) => one.associationSpec.associationTypeId) };
const ties = await associations.v4.basicApi.getPage("contacts", contact.id, "companies");
said.associations = { toObjectId: ties.results[0].toObjectId };

const upserted = await contacts.batchApi.upsert({
  inputs: ["ann@acme.example", "bob@acme.example"].map((email) => ({
    id: email,
    idProperty: "email",
    properties: { lastname: "Lee" },
  })),
});
said.upserted = { new: upserted.results.map((one) => one._new) };
const partly = await contacts.batchApi.create({ inputs: [ann, { properties: { email: "cid@acme.example" } }] });
said.partly = { numErrors: partly.numErrors, results: partly.results.length };

const first = await contacts.basicApi.getPage(2);
const second = await contacts.basicApi.getPage(2, first.paging.next.after);
said.pages = [first.results.length, second.results.length];

await contacts.basicApi.archive(contact.id);
said.archived = await refusal(() => contacts.basicApi.getById(contact.id));

console.log(JSON.stringify(said));
