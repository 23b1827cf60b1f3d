import express, { type RequestHandler } from 'express';
import { z } from 'zod';
import { requestOf } from './deliver-message.ts';
import type { Platform } from './platform.ts';
import { Refusal } from './refusal.ts';

const maxFileBytes = 30 * 1024 * 1024;

const uploadRequest = z.object({
  file_type: z.enum(['opus', 'mp4', 'pdf', 'doc', 'xls', 'ppt', 'stream']),
  file_name: z.string().min(1),
  file: z.instanceof(Buffer),
});

/** Reads a form with a file; its fields are the body. */
export function formBody(): RequestHandler[] {
  return [
    express.raw({ type: 'multipart/form-data', limit: '40mb' }),
    async (req, res, next) => {
      const headers = { 'content-type': req.get('content-type') ?? '' };
      try {
        const form = await new Response(req.body, { headers }).formData();
        const file = form.get('file');
        const bytes = file instanceof Blob ? Buffer.from(await file.arrayBuffer()) : undefined;
        req.body = { file_type: form.get('file_type'), file_name: form.get('file_name'), file: bytes };
        next();
      } catch {
        res.status(400).json({ code: 234001, msg: 'Invalid request param.' });
      }
    },
  ];
}

/** POST /im/v1/files (fact sheet §4.9). */
export function upload(platform: Platform, request: { body: unknown }): { data: object } {
  const { file_name: name, file: bytes } = requestOf(uploadRequest, request.body);
  if (bytes.length === 0) throw new Refusal(234010, "File's size can't be 0.");
  if (bytes.length > maxFileBytes) throw new Refusal(234006, 'The file size exceed the max value.');
  return { data: { file_key: platform.files.add({ name, bytes }) } };
}

/** GET /im/v1/messages/:message_id/resources/:file_key: the file that this message holds. */
export function download(
  platform: Platform,
  { messageId, fileKey }: { messageId: string; fileKey: string },
): { bytes: Buffer } {
  const body = platform.messages.find(messageId)?.body;
  const file = body?.kind === 'file' && body.key === fileKey ? platform.files.find(fileKey) : undefined;
  if (!file) throw new Refusal(234003, 'File not in message.');
  return { bytes: file.bytes };
}
