import ts from 'typescript';

/** An exported name and whether a JSDoc sentence stands before it. */
export interface Exported {
  readonly name: string;
  readonly documented: boolean;
}

function isExported(statement: ts.Statement): boolean {
  if (!ts.canHaveModifiers(statement)) return false;
  return (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  }
  const { name } = statement as { name?: ts.Node };
  return name ? [name.getText()] : [];
}

/** A sentence has at least two words, or Chinese. */
function hasSentence(statement: ts.Statement): boolean {
  return ts.getJSDocCommentsAndTags(statement).some((doc) => {
    const comment = ts.isJSDoc(doc) ? (ts.getTextOfJSDocComment(doc.comment) ?? '') : '';
    return /\S\s+\S|[\u4e00-\u9fff]/.test(comment);
  });
}

/** What a file exports by declaration; what it passes on from elsewhere is documented there. */
export function exportsOf(path: string, text: string): Exported[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return source.statements
    .filter(isExported)
    .flatMap((statement) => namesOf(statement).map((name) => ({ name, documented: hasSentence(statement) })));
}

/**
 * Exported names without a sentence. A schema whose inferred type stands documented in the same file (`unitSchema`, `Unit`) needs none of
 * its own.
 */
export function undocumentedExports(path: string, text: string): string[] {
  const all = exportsOf(path, text);
  const documented = new Set(all.filter((one) => one.documented).map(({ name }) => name.toLowerCase()));
  return all
    .filter((one) => !one.documented)
    .filter(({ name }) => !documented.has(name.replace(/Schema$/, '').toLowerCase()))
    .map(({ name }) => name);
}
