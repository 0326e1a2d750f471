export { briefReason, type BriefReason } from '@rollcall/protocol';
