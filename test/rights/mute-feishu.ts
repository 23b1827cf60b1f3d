import type { Feishu } from '#src/feishu/feishu.ts';

/** A platform that knows its people and takes no message: a cell only asks what would be sent. */
export const muteFeishu: Omit<Feishu, 'downloadFile'> = {
  send: () => Promise.reject(new Error('nothing is sent in a cell')),
  reply: () => Promise.reject(new Error('nothing is sent in a cell')),
  update: () => Promise.reject(new Error('nothing is sent in a cell')),
  botInfo: () => Promise.resolve({ openId: 'ou_bot', name: '强引擎' }),
  findPeople: () => Promise.resolve([{ openId: 'ou_found', contact: '13900000161' }]),
  hasLeft: () => Promise.resolve(false),
  uploadFile: () => Promise.reject(new Error('nothing is sent in a cell')),
};
