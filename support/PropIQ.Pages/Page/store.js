// The page's data, what can be looked up in it, and evidence that is unpacked only when somebody looks.
const text = (id) => document.getElementById(id)?.textContent;

export const { headline, model } = JSON.parse(text('data'));

const byId = (items, key = 'id') => new Map(items.map((item) => [item[key], item]));
export const promises = byId(model.promises);
export const clauses = byId(model.clauses, 'number');
export const features = byId(model.features, 'path');
export const pages = byId(model.pages, 'path');
export const scenarios = byId(model.scenarios);

export const scenariosAt = (indices) => indices.map((index) => model.scenarios[index]);
export const unique = (items) => [...new Set(items)];
const named = unique(model.promises.flatMap((promise) => promise.personas));
export const personas = [...model.personas.filter((name) => named.includes(name)), ...named.filter((name) => !model.personas.includes(name))];
export const groups = unique(model.promises.map((promise) => promise.group));
export const severities = ['critical', 'high', 'medium'];
export const promiseStates = ['broken', 'not-run', 'no-scenario', 'kept'];

export const count = (items, status) => items.filter((item) => item.status === status).length;
export const worstFirst = (items) => [...items].sort((a, b) =>
  promiseStates.indexOf(a.status) - promiseStates.indexOf(b.status) || severities.indexOf(a.severity) - severities.indexOf(b.severity));

// Words are found wherever they stand and however they are accented.
export const plain = (words) => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const haystacks = new WeakMap();
export function matches(item, query) {
  if (!haystacks.has(item)) {
    haystacks.set(item, plain(JSON.stringify(item)));
  }
  return plain(query).split(/\s+/).filter(Boolean).every((word) => haystacks.get(item).includes(word));
}

const unpacked = new Map();
export function evidence(id, ready) {
  if (!id) {
    return null;
  }
  if (!unpacked.has(id)) {
    unpacked.set(id, 'loading');
    unpack(text(id)).then(
      (found) => unpacked.set(id, found),
      (error) => unpacked.set(id, { trouble: String(error) }),
    ).finally(ready);
  }
  return unpacked.get(id);
}

async function unpack(base64) {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return JSON.parse(await new Response(stream).text());
}
