import { rolesInWords, seeAll } from '../../authorize/permissions.ts';
import { errors, type StrongError } from '../../shared/errors.ts';

/** For who has no unit and may see no other's working. */
export function noUnit(): StrongError {
  return errors.notAllowed(
    '您没有所属单位，不能查看单位的得分明细',
    `各单位干部可以看本单位的，${rolesInWords(seeAll)}可以看全部`,
  );
}
