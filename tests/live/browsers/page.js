// Runs many cases on one page, a few at a time; gives what script saw of each, in their order.
async (cases, lanes) => {
  const bodies = {
    formdata: (text) => { const form = new FormData(); form.append("a", text); return form; },
    urlsearchparams: (text) => new URLSearchParams(text),
  };
  const bodyOf = ({body, body_type: kind}) => {
    if (body === null || body === undefined || !kind) return body;
    if (kind.startsWith("blob:")) return new Blob([body], {type: kind.slice(5)});
    return bodies[kind](body);
  };
  const options = ["method", "credentials", "mode", "redirect", "cache", "referrerPolicy", "keepalive", "integrity",
                   "targetAddressSpace"];
  const initOf = (asked, signal) => {
    const init = {signal, headers: new Headers(asked.headers)};
    for (const name of options) if (asked[name] !== undefined && asked[name] !== null) init[name] = asked[name];
    const body = bodyOf(asked);
    if (body !== null && body !== undefined) init.body = body;
    return init;
  };
  const byFetch = async (asked, signal) => {
    const response = await fetch(asked.url, initOf(asked, signal));
    const seen = {resolved: true, type: response.type, status: response.status, redirected: response.redirected,
                  url: response.url, headers_visible: [...new Set(response.headers.keys())].sort()};
    await response.arrayBuffer().catch(() => {});
    return seen;
  };
  const byXhr = (asked) => new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open(asked.method, asked.url);
    for (const [name, value] of asked.headers) xhr.setRequestHeader(name, value);
    xhr.withCredentials = asked.credentials === "include";
    if (asked.upload_listener) xhr.upload.onprogress = () => {};
    const names = () => xhr.getAllResponseHeaders().trim().split(/[\r\n]+/).filter(Boolean).map((line) => line.split(":", 1)[0]);
    xhr.onload = () => resolve({resolved: true, type: "xhr", status: xhr.status, url: xhr.responseURL,
                                headers_visible: names().sort()});
    xhr.onerror = () => reject(new Error(`xhr error event, status ${xhr.status}`));
    xhr.send(bodyOf(asked));
  });
  const loaded = (asked, element, place) => new Promise((resolve, reject) => {
    if (asked.mode === "cors") element.crossOrigin = asked.credentials === "include" ? "use-credentials" : "anonymous";
    element.onload = () => resolve({resolved: true, type: asked.api === "css" ? "link" : element.localName});
    element.onerror = () => reject(new Error(`${element.localName} error event`));
    place(element);
    if (element.localName !== "img") document.head.append(element);
  });
  const streamed = (asked) => new Promise((resolve, reject) => {
    const source = new EventSource(asked.url, {withCredentials: asked.credentials === "include"});
    const end = (settle, value) => { source.close(); settle(value); };
    source.onopen = () => end(resolve, {resolved: true, type: "eventsource"});
    source.onerror = () => end(reject, new Error("eventsource error event"));
  });
  const make = (name) => document.createElement(name);
  const ways = {
    fetch: byFetch,
    xhr: byXhr,
    img: (asked) => loaded(asked, make("img"), (image) => { image.src = asked.url; }),
    script: (asked) => loaded(asked, make("script"), (script) => { script.src = asked.url; }),
    module: (asked) => loaded(asked, make("script"), (script) => { script.type = "module"; script.src = asked.url; }),
    import: (asked) => import(asked.url).then(() => ({resolved: true, type: "module"})),
    css: (asked) => loaded(asked, make("link"), (link) => { link.rel = "stylesheet"; link.href = asked.url; }),
    font: (asked) => new FontFace("f", `url("${asked.url}")`).load().then(() => ({resolved: true, type: "font"})),
    eventsource: streamed,
  };
  const once = (asked, wait) => {
    const controller = new AbortController();
    const late = new Promise((resolve) => setTimeout(() => {
      resolve({resolved: false, outcome: "timeout"});
      controller.abort();
    }, wait));
    return Promise.race([late, ways[asked.api](asked, controller.signal)]);
  };
  const one = async ({id, request, timeout_ms: wait}) => {
    try {
      let seen;
      for (let left = request.repeat || 1; left > 0; left -= 1) seen = await once(request, wait);
      return {id, outcome: "resolved", ...seen};
    } catch (error) {
      return {id, resolved: false, outcome: "rejected", error: String(error)};
    }
  };
  const results = [];
  let next = 0;
  const lane = async () => {
    while (next < cases.length) { const mine = next; next += 1; results[mine] = await one(cases[mine]); }
  };
  await Promise.all(Array.from({length: lanes}, lane));
  return JSON.stringify(results);
}
