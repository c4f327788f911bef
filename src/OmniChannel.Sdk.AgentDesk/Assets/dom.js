// A small keyed renderer: views describe nodes, patch() changes only what differs. Data ends up in text nodes and attributes only.

const svgSpace = 'http://www.w3.org/2000/svg';
const meta = new WeakMap();

/** Describes an element. Falsy children are left out; arrays are flattened. */
export function h(tag, props, ...children) {
  return {
    tag,
    props: props ?? {},
    key: props?.key,
    children: plain(children),
  };
}

const plain = children => children.flat(Infinity)
  .filter(child => child !== null && child !== undefined && child !== false && child !== '')
  .map(child => (typeof child === 'object' ? child : String(child)));

/** Makes the children of an element be what is described, keeping nodes (with focus, scroll and drafts) by key. */
export function patch(parent, children) {
  const root = parent.getRootNode();
  const focused = root.activeElement;
  patchChildren(parent, plain(children), parent.namespaceURI === svgSpace);
  if (focused && focused !== root.activeElement && focused.isConnected) {
    focused.focus({ preventScroll: true });
  }
}

function patchChildren(parent, children, inSvg) {
  const unused = new Set(parent.childNodes);
  const keyed = new Map();
  for (const node of unused) {
    const key = meta.get(node)?.key;
    if (key !== undefined) {
      keyed.set(key, node);
    }
  }

  const wanted = children.map(child => {
    const node = reuse(child, unused, keyed) ?? create(child, inSvg);
    unused.delete(node);
    update(node, child, inSvg);
    return node;
  });
  for (const node of unused) {
    node.remove();
  }

  let cursor = parent.firstChild;
  for (const node of wanted) {
    if (node === cursor) {
      cursor = cursor.nextSibling;
    } else {
      parent.insertBefore(node, cursor);
    }
  }
}

function reuse(child, unused, keyed) {
  if (typeof child === 'object' && child.key !== undefined) {
    const node = keyed.get(child.key);
    return node && unused.has(node) && node.localName === child.tag ? node : null;
  }

  for (const node of unused) {
    const fits = typeof child === 'string'
      ? node.nodeType === Node.TEXT_NODE
      : node.localName === child.tag && meta.get(node)?.key === undefined;
    if (fits) {
      return node;
    }
  }

  return null;
}

function create(child, inSvg) {
  if (typeof child === 'string') {
    return document.createTextNode(child);
  }

  const node = inSvg || child.tag === 'svg' ? document.createElementNS(svgSpace, child.tag) : document.createElement(child.tag);
  meta.set(node, { key: child.key, props: {}, on: {} });
  return node;
}

function update(node, child, inSvg) {
  if (typeof child === 'string') {
    if (node.data !== child) {
      node.data = child;
    }

    return;
  }

  const kept = meta.get(node);
  for (const name of new Set([...Object.keys(kept.props), ...Object.keys(child.props)])) {
    setProp(node, kept, name, child.props[name]);
  }

  kept.props = child.props;
  if (!child.props.opaque) {
    patchChildren(node, child.children, inSvg || child.tag === 'svg');
  }

  // After the children, because a select takes its value from its options.
  if (child.props.value !== undefined && node.value !== child.props.value) {
    node.value = child.props.value;
  }
}

function setProp(node, kept, name, value) {
  if (name === 'on') {
    listen(node, kept, value ?? {});
  } else if (name === 'vars') {
    for (const [variable, text] of Object.entries(value ?? {})) {
      node.style.setProperty(variable, text);
    }
  } else if (name === 'initial') {
    node.defaultValue = value;
  } else if (name === 'checked') {
    node.checked = Boolean(value);
  } else if (name !== 'key' && name !== 'value' && name !== 'opaque' && kept.props[name] !== value) {
    if (value === null || value === undefined || value === false) {
      node.removeAttribute(name);
    } else {
      node.setAttribute(name, value === true ? '' : value);
    }
  }
}

function listen(node, kept, handlers) {
  for (const type of Object.keys(handlers)) {
    if (!(type in kept.on)) {
      node.addEventListener(type, event => kept.on[type]?.(event));
    }
  }

  for (const type of Object.keys(kept.on)) {
    kept.on[type] = undefined;
  }

  Object.assign(kept.on, handlers);
}
