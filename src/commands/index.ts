import { adjust } from './adjust.ts';
import { audit } from './audit.ts';
import { benchmark } from './benchmark.ts';
import { bind } from './bind.ts';
import { brief } from './brief.ts';
import { chat } from './chat.ts';
import { confirm } from './confirm.ts';
import type { Command } from './define-command.ts';
import { explain } from './explain.ts';
import { exportWorkbook } from './export.ts';
import { grades } from './grades.ts';
import { help } from './help.ts';
import { indicator } from './indicator.ts';
import { lock } from './lock.ts';
import { mine } from './mine.ts';
import { parked } from './parked.ts';
import { problem } from './problem.ts';
import { published } from './published.ts';
import { ranking } from './ranking.ts';
import { report } from './report.ts';
import { roadmap } from './roadmap.ts';
import { rules } from './rules.ts';
import { targets } from './targets.ts';
import { ticket } from './ticket.ts';
import { whatif } from './whatif.ts';

/** Everything people may say. A command file that is missing here fails `test/commands/index.test.ts`. */
export const commands: readonly Command[] = [
  report,
  mine,
  confirm,
  lock,
  benchmark,
  ranking,
  explain,
  exportWorkbook,
  indicator,
  published,
  rules,
  targets,
  adjust,
  grades,
  roadmap,
  whatif,
  brief,
  problem,
  ticket,
  bind,
  chat,
  parked,
  audit,
  help,
];
