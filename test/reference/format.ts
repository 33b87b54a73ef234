/** The constants by which an archive is known. */

export const MAGIC = Uint8Array.of(0xce, 0xba, 0x4c, 0x4d);
export const INDEX_MAGIC = Uint8Array.of(0xce, 0xba, 0x49, 0x58);
export const VERSION = 0;
/** The op-set revision whose arithmetic this folder follows: KOLMO_OPSET_REVISION in native/include/kolmo.h. */
export const REVISION = 27;
