import { platformFileKey, platformId } from '../shared/ids.ts';
import { PlatformError } from './feishu.ts';

/** The id, or a PlatformError when it is none: the SDK puts ids into paths unescaped (fact sheet §6.2). */
export function checkedId(id: string): string {
  if (!platformId.test(id)) throw new PlatformError('refused', 0, { message: '平台编号不合法' });
  return id;
}

const maxUuid = 50;

/** The idempotency key, or a PlatformError when it is empty or longer than the platform honours (fact sheet §4.2). */
export function checkedUuid(uuid: string): string {
  if (uuid.length < 1 || uuid.length > maxUuid) {
    throw new PlatformError('refused', 0, { message: '消息的幂等编号不合法' });
  }
  return uuid;
}

/** The key of a file or picture, or a PlatformError when it is none: it stands in a path. */
export function checkedFileKey(key: string): string {
  if (!platformFileKey.test(key)) throw new PlatformError('refused', 0, { message: '文件编号不合法' });
  return key;
}
