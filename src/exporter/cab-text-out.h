/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CabTextOut:
 *
 * Text on its way into a file of a bundle: gathers small pieces and hands them
 * on in large ones, so that the writers of XML and HTML run in constant memory.
 * An error of the stream is kept and everything after it is dropped, so that a
 * writer may write many pieces and ask once.
 *
 * Thread: one at a time.
 */
typedef struct _CabTextOut CabTextOut;

/**
 * cab_text_out_new:
 * @stream: where it goes; see cab_bundle_sink_new_stream()
 *
 * Returns: (transfer full): an empty one
 */
CabTextOut *cab_text_out_new (GOutputStream *stream) G_GNUC_WARN_UNUSED_RESULT;

/** cab_text_out_free: drops what was not flushed */
void cab_text_out_free (CabTextOut *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabTextOut, cab_text_out_free)

/** cab_text_out_add: @markup: bytes of our own, written as they are */
void cab_text_out_add (CabTextOut *self, const char *markup);

/** cab_text_out_add_bytes: the same for a run that is not NUL-terminated */
void cab_text_out_add_bytes (CabTextOut *self, const void *bytes, gsize length);

/**
 * cab_text_out_add_format:
 * @self: a text
 * @format: a printf format for markup of our own; its values are names and
 *   numbers that need no escaping, never text from a record
 */
void cab_text_out_add_format (CabTextOut *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/**
 * cab_text_out_add_text:
 * @self: a text
 * @text: (nullable): portable text [M-10]
 *
 * Writes text as the content of an XML element, so that a reader gets back
 * exactly what was typed: `&`, `<`, `>` (also in `]]>`) and CR are escaped,
 * nothing else is touched.
 *
 * Source: bundle.md [B-23].
 */
void cab_text_out_add_text (CabTextOut *self, const char *text);

/**
 * cab_text_out_add_attribute:
 * @self: a text
 * @text: (nullable): portable text [M-10]
 *
 * Writes text as the value of an attribute in double quotes; LF and TAB are
 * escaped too, because a reader would turn them into spaces.
 */
void cab_text_out_add_attribute (CabTextOut *self, const char *text);

/**
 * cab_text_out_add_html:
 * @self: a text
 * @text: (nullable): portable text [M-10]
 *
 * Writes text into HTML, as content or in an attribute. The one way in which a
 * value from a record reaches a page; nothing in it is ever markup.
 *
 * Source: bundle.md [B-42].
 */
void cab_text_out_add_html (CabTextOut *self, const char *text);

/**
 * cab_text_out_flush:
 * @self: a text
 * @error: return location
 *
 * Hands everything to the stream.
 *
 * Errors: the first error that the stream reported since the text was made.
 *
 * Returns: %TRUE when everything so far is with the stream
 */
gboolean cab_text_out_flush (CabTextOut *self, GError **error);

/**
 * cab_text_out_check:
 * @self: a text
 * @error: return location
 *
 * Returns: %FALSE when the stream has reported an error, so that a writer can
 *   stop early
 */
gboolean cab_text_out_check (CabTextOut *self, GError **error);

G_END_DECLS
