import { StrongError } from '../shared/errors.ts';
import type { StoreMode } from './document-store.ts';

const modeNames: Record<StoreMode, string> = { demo: '演示', production: '正式' };

const repair = (dir: string) =>
  `请先复制整个目录留底，再运行 npm run store -- repair --data ${dir} 查看能恢复什么（此时不改动任何文件，确认后加 --yes 才修复）；不要手工修改文件。`;

/** Why a store does not open. All of them wake someone: the bot does not start. */
export const storeErrors = {
  corruptJournal: (place: { dir: string; file: string; offset: number; why: string }) =>
    new StrongError(
      'store_corrupt',
      `日志文件 ${place.file} 从第 ${place.offset} 字节起的一行已损坏（${place.why}）。为避免数据出错，系统没有启动。${repair(place.dir)}`,
      { wake: true },
    ),
  missingSegment: (dir: string, file: string) =>
    new StrongError(
      'store_corrupt',
      `日志文件 ${file} 缺失。为避免数据丢失，系统没有启动。如有备份，请先恢复该文件。${repair(dir)}`,
      { wake: true },
    ),
  missingSnapshot: (dir: string) =>
    new StrongError(
      'store_corrupt',
      `数据目录 ${dir} 里有日志，但没有 db.json。为避免数据丢失，系统没有启动。如有备份，请先恢复该文件。${repair(dir)}`,
      { wake: true },
    ),
  corruptSnapshot: (dir: string, why: string) =>
    new StrongError(
      'store_corrupt',
      `数据文件 ${dir}/db.json 已损坏或被改动（${why}），系统没有启动。${repair(dir)}`,
      { wake: true },
    ),
  newerFormat: (dir: string, format: number) =>
    new StrongError(
      'store_newer',
      `数据目录 ${dir} 由更新版本的程序写成（格式 ${format}），本版本无法读取，没有做任何改动。请升级程序后再启动。`,
      { wake: true },
    ),
  newerVersion: (dir: string, version: number) =>
    new StrongError(
      'store_newer',
      `数据目录 ${dir} 的数据版本是 ${version}，比本程序新，本程序无法读取，没有改动任何数据。请升级程序后再启动，或用升级前的备份。`,
      { wake: true },
    ),
  unknownCollection: (dir: string, name: string) =>
    new StrongError(
      'store_newer',
      `数据目录 ${dir} 里有本版本不认识的集合 ${name}，没有做任何改动。请升级程序后再启动。`,
      { wake: true },
    ),
  otherMode: (dir: string, has: StoreMode, wanted: StoreMode) =>
    new StrongError(
      'store_mode',
      `数据目录 ${dir} 是${modeNames[has]}数据，不能以${modeNames[wanted]}方式打开，没有做任何改动。请改用对应的运行方式，或换一个数据目录。`,
      { wake: true },
    ),
  disk: (dir: string, cause: NodeJS.ErrnoException) =>
    new StrongError(
      'store_disk',
      `数据目录 ${dir} 无法写入（${cause.code}），系统没有启动。请检查磁盘是否写满、是否只读、目录是否属于运行程序的用户，排除后再启动。`,
      { cause, wake: true },
    ),
  notKept: (cause: unknown) =>
    new StrongError(
      'batch_not_kept',
      '磁盘写不进去，没有写入任何内容。请告诉系统管理员检查磁盘空间，然后再试。',
      {
        cause,
        wake: true,
      },
    ),
  batchGone: () => new StrongError('batch_gone', '准备好的内容已经过期，没有写入任何内容。请再点一次。'),
  notEmpty: (dir: string) =>
    new StrongError('store_not_empty', `目录 ${dir} 不是空的，没有写入任何内容。请换一个空目录。`),
  noStore: (dir: string) =>
    new StrongError('store_missing', `目录 ${dir} 里没有数据。请用 --data 指定数据目录（默认 DATA_DIR）。`),
  keysInside: (keys: string) =>
    new StrongError(
      'store_keys_inside',
      `密钥目录 ${keys} 不能放在备份目录里：密钥要与备份分开保管。请另选一个空目录。`,
    ),
  unknownMode: (dir: string) =>
    new StrongError(
      'store_mode_unknown',
      `数据目录 ${dir} 的 db.json 已无法辨认是演示还是正式数据。请加 --mode demo 或 --mode production。`,
    ),
  locked: (dir: string, pid: number) =>
    new StrongError(
      'store_locked',
      `数据目录 ${dir} 正由进程 ${pid} 使用，同一目录不能同时运行两个程序。请先停止该进程，或换一个数据目录。`,
      { wake: true },
    ),
};
