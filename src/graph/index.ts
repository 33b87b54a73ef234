export { checkGraph } from './check.js';
export { dropNode, duplicateNode, setParam } from './edit.js';
export { printGraph } from './print.js';
export type {
  ApmNode,
  ContextNode,
  Field,
  Graph,
  MatchNode,
  MixerNode,
  Node,
  NodeOf,
  NodeType,
  Size,
  SlotsNode,
  WordsNode,
} from './types.js';
