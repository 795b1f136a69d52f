/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-text-out.h"

#include <string.h>

/* As much as one write of a ZIP entry takes between two looks at the
 * cancellable [B-71]. */
#define FULL (64 * 1024)

struct _CabTextOut
{
  /* Owned */
  GOutputStream *stream;
  GString *pending;
  GError *failure;
};

/* What stands for a character in markup, NULL for itself. */
typedef const char *const Escapes[128];

static Escapes content_escapes = {
  ['&'] = "&amp;",
  ['<'] = "&lt;",
  ['>'] = "&gt;",
  ['\r'] = "&#13;",
};

static Escapes attribute_escapes = {
  ['&'] = "&amp;",  ['<'] = "&lt;",   ['>'] = "&gt;",  ['"'] = "&quot;",
  ['\r'] = "&#13;", ['\n'] = "&#10;", ['\t'] = "&#9;",
};

static Escapes html_escapes = {
  ['&'] = "&amp;",  ['<'] = "&lt;",   ['>'] = "&gt;",
  ['"'] = "&quot;", ['\''] = "&#39;", ['\r'] = "&#13;",
};

CabTextOut *
cab_text_out_new (GOutputStream *stream)
{
  CabTextOut *self = g_new0 (CabTextOut, 1);

  self->stream = g_object_ref (stream);
  self->pending = g_string_sized_new (FULL + FULL / 4);

  return self;
}

void
cab_text_out_free (CabTextOut *self)
{
  g_clear_error (&self->failure);
  g_string_free (self->pending, TRUE);
  g_object_unref (self->stream);
  g_free (self);
}

static void
hand_on (CabTextOut *self)
{
  if (self->failure == NULL)
    g_output_stream_write_all (self->stream, self->pending->str, self->pending->len, NULL, NULL,
                               &self->failure);
  g_string_truncate (self->pending, 0);
}

void
cab_text_out_add_bytes (CabTextOut *self, const void *bytes, gsize length)
{
  g_string_append_len (self->pending, bytes, (gssize)length);
  if (self->pending->len >= FULL)
    hand_on (self);
}

void
cab_text_out_add (CabTextOut *self, const char *markup)
{
  cab_text_out_add_bytes (self, markup, strlen (markup));
}

void
cab_text_out_add_format (CabTextOut *self, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_string_append_vprintf (self->pending, format, args);
  va_end (args);

  if (self->pending->len >= FULL)
    hand_on (self);
}

static void
add_escaped (CabTextOut *self, const char *text, Escapes escapes)
{
  const char *start = text;
  const char *at;

  if (text == NULL)
    return;

  for (at = text; *at != '\0'; at++)
    {
      guchar character = (guchar)*at;

      if (character >= G_N_ELEMENTS (content_escapes) || escapes[character] == NULL)
        continue;
      cab_text_out_add_bytes (self, start, (gsize)(at - start));
      cab_text_out_add (self, escapes[character]);
      start = at + 1;
    }

  cab_text_out_add_bytes (self, start, (gsize)(at - start));
}

void
cab_text_out_add_text (CabTextOut *self, const char *text)
{
  add_escaped (self, text, content_escapes);
}

void
cab_text_out_add_attribute (CabTextOut *self, const char *text)
{
  add_escaped (self, text, attribute_escapes);
}

void
cab_text_out_add_html (CabTextOut *self, const char *text)
{
  add_escaped (self, text, html_escapes);
}

gboolean
cab_text_out_check (CabTextOut *self, GError **error)
{
  if (self->failure == NULL)
    return TRUE;

  g_propagate_error (error, g_error_copy (self->failure));
  return FALSE;
}

gboolean
cab_text_out_flush (CabTextOut *self, GError **error)
{
  hand_on (self);
  return cab_text_out_check (self, error);
}
