export { checkGraph } from './check.js';
export { dropNode, duplicateNode, setParam } from './edit.js';
export { printGraph } from './print.js';
export type {
  ApmNode,
  BracketsNode,
  ClassesNode,
  ContextNode,
  Field,
  Graph,
  IndirectNode,
  LinesNode,
  MatchNode,
  MixerNode,
  Node,
  NodeOf,
  NodeType,
  RegisterName,
  Registers,
  Size,
  SlotsNode,
  WordsNode,
} from './types.js';
