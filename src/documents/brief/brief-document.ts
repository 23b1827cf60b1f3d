import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  Header,
  LineRuleType,
  Packer,
  Paragraph,
  TextRun,
} from 'docx';
import { demoLine, type Framed, frameWords } from '../../shared/frame-words.ts';

/** What a brief's page says, as the operation sees it. */
export interface BriefPage {
  readonly title: string;
  readonly units: number;
  readonly reported: number;
  readonly due: number;
  readonly moves: readonly {
    readonly unitName: string;
    readonly track: string;
    readonly placeBefore: number;
    readonly place: number;
    readonly places: number;
    readonly scoreBefore: string;
    readonly score: string;
    readonly points: string;
    readonly provisional: boolean;
  }[];
  readonly decisions: readonly { readonly fact: string; readonly ask: string }[];
}

/** Half-points: 二号, 三号, 四号 and small print. */
const sizes = { title: 44, heading: 32, body: 28, small: 18 };
const fonts = { title: '方正小标宋简体', heading: '黑体', body: '仿宋_GB2312', strong: '楷体_GB2312' };
/** Of one item: three lines of the page at most, so that six items and their heads stay on one. */
const longestItem = 92;
/** In twips. */
const a4 = { width: 11906, height: 16838 };
const black = '000000';
const red = 'C00000';

const lineOf = (points: number) => ({ line: points * 20, lineRule: LineRuleType.EXACT });

/** Two characters' indent, as official Chinese paragraphs have. */
const indent = { firstLine: sizes.body * 20 };

function words(text: string, look: { bold?: boolean; font?: string } = {}): TextRun {
  return new TextRun({ text, size: sizes.body, font: fonts.body, color: black, ...look });
}

function heading(text: string): Paragraph {
  return new Paragraph({
    spacing: { ...lineOf(28), before: 120 },
    indent,
    children: [new TextRun({ text, size: sizes.heading, font: fonts.heading, color: black })],
  });
}

function item(children: readonly TextRun[]): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.BOTH,
    spacing: lineOf(25),
    indent,
    children: [...children],
  });
}

function titleOf({ title, units, reported, due }: BriefPage): Paragraph[] {
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: lineOf(34),
      children: [new TextRun({ text: title, size: sizes.title, font: fonts.title, color: red })],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { ...lineOf(24), after: 160 },
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, space: 6, color: red } },
      children: [words(`${units} 个单位，已报 ${reported}/${due}`, { font: fonts.strong })],
    }),
  ];
}

/** An item in its room: cut between characters. */
function cut(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}

function moveWords(move: BriefPage['moves'][number]): string {
  const { unitName, track, placeBefore, place, places, scoreBefore, score, points, provisional } = move;
  const moved = places === 0 ? '名次未变' : places > 0 ? `进 ${places} 位` : `退 ${-places} 位`;
  const open = provisional ? '，暂列' : '';
  return `${unitName}在${track}由第 ${placeBefore} 名到第 ${place} 名（${moved}），得分 ${scoreBefore} → ${score}（${points}）${open}。`;
}

function movesOf({ moves }: BriefPage): Paragraph[] {
  if (moves.length === 0) return [item([words('与上期相比没有变化，或没有上期可比。')])];
  return moves.map((move, at) => item([words(`${at + 1}. ${cut(moveWords(move), longestItem)}`)]));
}

function decisionsOf({ decisions }: BriefPage): Paragraph[] {
  if (decisions.length === 0) return [item([words('目前没有需要决定的事项。')])];
  return decisions.map(({ fact, ask }, at) =>
    item([
      words(`${at + 1}. ${cut(fact, longestItem - ask.length)}`),
      words(ask, { font: fonts.strong, bold: true }),
    ]),
  );
}

function small(text: string, alignment: (typeof AlignmentType)['CENTER' | 'RIGHT']): Paragraph {
  return new Paragraph({
    alignment,
    children: [new TextRun({ text, size: sizes.small, font: fonts.body, color: '595959' })],
  });
}

/** Draws a brief as one A4 page in Word: margins and type as official papers have them, the demonstration's mark at its head, as-of time and rule version at its foot. */
export async function briefDocument(page: BriefPage, frame: Framed): Promise<Uint8Array> {
  const mm = convertMillimetersToTwip;
  const document = new Document({
    title: page.title,
    creator: '强引擎',
    sections: [
      {
        properties: {
          page: {
            size: a4,
            margin: {
              top: mm(34),
              bottom: mm(30),
              left: mm(28),
              right: mm(26),
              header: mm(15),
              footer: mm(15),
            },
          },
        },
        ...(frame.demo
          ? { headers: { default: new Header({ children: [small(demoLine, AlignmentType.RIGHT)] }) } }
          : {}),
        footers: { default: new Footer({ children: [small(frameWords(frame), AlignmentType.CENTER)] }) },
        children: [
          ...titleOf(page),
          heading('一、三项变化'),
          ...movesOf(page),
          heading('二、三项待决定'),
          ...decisionsOf(page),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
