import { z } from 'zod';
import { bindCard, bindFields, bindSubmit as button } from '#cards/system/bind.ts';
import { roleNames } from '../../domain/people/role.ts';
import type { DirectoryPerson } from '../../feishu/feishu.ts';
import { bindPerson } from '../../operations/people/bind-person.ts';
import { findRoster } from '../../operations/people/find-roster.ts';
import { errors } from '../../shared/errors.ts';
import { defineAction, type Press } from '../define-action.ts';

const formSchema = z.object({
  [bindFields.contact]: z.string('请填写手机号或邮箱。').trim().min(5, '请填写手机号或邮箱。').max(60),
  [bindFields.roster]: z.string('请填写姓名或编号。').trim().min(1, '请填写姓名或编号。').max(60),
});

/** 绑定: asks the directory whose mobile or e-mail it is, never a typed open_id, then binds that account to the roster entry. */
export const bindSubmit = defineAction({
  button,
  permission: 'bind.manage',
  once: false,
  async lookUp({ feishu }, press: Press): Promise<DirectoryPerson[]> {
    const filled = formSchema.safeParse(press.form);
    if (!filled.success) return [];
    const { contact } = filled.data;
    const mail = contact.includes('@');
    return feishu.findPeople({ mobiles: mail ? [] : [contact], emails: mail ? [contact] : [] });
  },
  async run({ tx, actor, now, frame }, _payload, press) {
    const { demo } = frame;
    const { roster } = formSchema.parse(press.form);
    const [person] = press.found as DirectoryPerson[];
    if (!person)
      throw errors.notFound('这个手机号或邮箱的飞书账号', '请核对，或请对方确认在飞书登记的手机号。');
    const [entry, ...others] = await findRoster(tx, roster);
    if (!entry) throw errors.notFound(`名册里的“${roster}”`, '请核对姓名或编号。');
    if (others.length > 0) {
      const candidates = [entry, ...others];
      return {
        replace: {
          card: bindCard({ demo, candidates, error: '名册里有同名的人，请选择是哪一位。' }),
        },
      };
    }
    const cadre = await bindPerson(tx, { openId: person.openId, cadre: entry.value, by: actor, now });
    const roles = cadre.roles.map((role) => roleNames[role]).join('、');
    return {
      replace: { card: bindCard({ demo, result: { who: '对方的飞书账号', as: entry.text, roles } }) },
    };
  },
});
