import { problemContact as button } from '#cards/enterprise/problem-buttons.ts';
import { sentenceCard } from '#cards/system/sentence.ts';
import { maySeeContact } from '../../domain/enterprise/problem-side.ts';
import { openContact } from '../../operations/problems/open-contact.ts';
import { findProblem } from '../../operations/problems/see-problem.ts';
import { errors } from '../../shared/errors.ts';
import { defineAction } from '../define-action.ts';

/** 看联系方式: in private, only to the desk and who handles the case; the message lies sealed in the store. */
export const problemContact = defineAction({
  button,
  permission: 'problem.work',
  once: false,
  async run({ tx, actor, vault, frame }, { problem: id }) {
    const { problem, sides } = await findProblem(tx, { problem: id, actor });
    if (!maySeeContact(sides)) {
      throw errors.notAllowed(
        '联系方式只给办理这条诉求的人看',
        '企服专员、经办人和承办单位主要负责人可以查看',
      );
    }
    const contact = await openContact(vault, problem.contact);
    if (!contact) throw errors.notFound('联系方式', '它已按要求销毁，请通过企业联系。');
    const { demo } = frame;
    const text = `${contact.name} ${contact.phone}（${problem.enterprise_name}）。只用于办理这条诉求，请勿转发。`;
    const card = sentenceCard({ demo, kind: 'info', title: `诉求 ${problem.id} 的联系方式`, text });
    return { privately: [{ card, sealUnder: problem.enterprise }] };
  },
});
