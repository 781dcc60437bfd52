// Makes one call as its page makes it; gives JSON text of what script saw of it.
async (call) => {
  const inJson = JSON.stringify;  // what is loaded may replace it
  for (const name of ["alert", "confirm", "prompt", "print"]) self[name] = () => null;  // nobody is there to answer one
  const names = (text) => text.trim().split(/[\r\n]+/).filter(Boolean).map((line) => line.split(":", 1)[0]);
  const byFetch = async (signal) => {
    const init = {method: call.method, headers: call.headers, credentials: call.credentials, mode: call.mode,
                  redirect: call.redirect, signal};
    if (call.body !== null) init.body = call.body;
    const response = await fetch(call.url, init);
    const seen = {ending: "resolved", type: response.type, status: response.status, redirected: response.redirected,
                  url: response.url, headers: [...response.headers.keys()]};
    if (response.body) response.body.cancel().catch(() => {});
    return seen;
  };
  const byXhr = () => new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open(call.method, call.url);
    for (const [name, value] of call.headers) xhr.setRequestHeader(name, value);
    xhr.withCredentials = call.credentials === "include";
    const moved = () => xhr.responseURL !== new URL(call.url).href.split("#")[0];
    xhr.onload = () => resolve({ending: "resolved", type: call.cross ? "cors" : "basic", status: xhr.status,
      redirected: moved(), url: xhr.responseURL, headers: names(xhr.getAllResponseHeaders())});
    xhr.onerror = () => reject(new Error("the error event of XMLHttpRequest"));
    xhr.send(call.body);
  });
  const loads = (type) => ({ending: "resolved", type});
  const byElement = (name, address, attributes) => new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement(name), attributes);
    if (call.mode === "cors") element.crossOrigin = call.credentials === "include" ? "use-credentials" : "anonymous";
    element.onload = () => resolve(loads(name));
    element.onerror = () => reject(new Error(`the error event of the ${name} element`));
    element[address] = call.url;
    document.head.append(element);
  });
  const byEventSource = () => new Promise((resolve, reject) => {
    const source = new EventSource(call.url, {withCredentials: call.credentials === "include"});
    source.onopen = () => { source.close(); resolve(loads("eventsource")); };
    source.onerror = () => { source.close(); reject(new Error("the error event of EventSource")); };
  });
  const byImport = async () => {
    try {
      await import(call.url);
    } catch (error) {
      if (/dynamically imported module/.test(error)) throw error;  // else it was loaded, and failed by itself
    }
    return loads("module");
  };
  const inCss = () => `url("${new URL(call.url).href.replace(/["\\]/g, "\\$&")}")`;
  const ways = {
    fetch: byFetch,
    xhr: byXhr,
    script: () => byElement("script", "src"),
    module: () => byElement("script", "src", {type: "module"}),
    import: byImport,
    css: () => byElement("link", "href", {rel: "stylesheet"}),
    img: () => byElement("img", "src"),
    font: () => new FontFace("f", inCss()).load().then(() => loads("font")),
    eventsource: byEventSource,
  };
  const controller = new AbortController();
  const late = new Promise((resolve) => setTimeout(() => resolve({ending: "timeout"}), call.timeout));
  const run = async () => {
    try {
      return await ways[call.api](controller.signal);
    } catch (error) {
      return {ending: "rejected", message: String(error)};
    }
  };
  const result = await Promise.race([run(), late]);
  if (result.ending === "timeout") controller.abort();
  return inJson({__proto__: null, ...result});
}
