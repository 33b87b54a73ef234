export { checkGraph } from './check.js';
export { dropNode, duplicateNode, setParam } from './edit.js';
export { printGraph } from './print.js';
export type {
  ApmNode,
  BracketsNode,
  ClassesNode,
  ContextNode,
  Field,
  FieldsNode,
  Graph,
  IndirectNode,
  InstructionsNode,
  LinesNode,
  OutlineNode,
  MatchNode,
  MixerNode,
  Node,
  NodeOf,
  NodeType,
  RecordsNode,
  RegisterName,
  Registers,
  ScopesNode,
  Size,
  SlotsNode,
  WordsNode,
} from './types.js';
