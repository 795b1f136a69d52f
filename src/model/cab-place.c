/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-place.h"

#include "cab-client.h"

#include <string.h>

static const struct
{
  const char *name;
  gsize offset;
} texts[] = {
  { "page", G_STRUCT_OFFSET (CabPlace, page) },
  { "view", G_STRUCT_OFFSET (CabPlace, view) },
  { "client_id", G_STRUCT_OFFSET (CabPlace, client_id) },
  { "kind", G_STRUCT_OFFSET (CabPlace, kind) },
  { "id", G_STRUCT_OFFSET (CabPlace, id) },
  { "field", G_STRUCT_OFFSET (CabPlace, field) },
  { "words", G_STRUCT_OFFSET (CabPlace, words) },
  { "filter", G_STRUCT_OFFSET (CabPlace, filter) },
};

static const struct
{
  const char *name;
  gsize offset;
} numbers[] = {
  { "caret", G_STRUCT_OFFSET (CabPlace, caret) },
  { "selection", G_STRUCT_OFFSET (CabPlace, selection) },
  { "scroll", G_STRUCT_OFFSET (CabPlace, scroll) },
};

#define COLLAPSED "collapsed"

#define TEXT(place, index) G_STRUCT_MEMBER (char *, place, texts[index].offset)
#define NUMBER(place, index) G_STRUCT_MEMBER (gint64, place, numbers[index].offset)

CabPlace *
cab_place_new (const char *page)
{
  CabPlace *self = g_new0 (CabPlace, 1);

  g_assert (page != NULL);
  self->page = g_strdup (page);

  return self;
}

CabPlace *
cab_place_dup (const CabPlace *self)
{
  CabPlace *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    TEXT (copy, i) = g_strdup (TEXT (self, i));

  return copy;
}

static void
wipe (char **text)
{
  if (*text != NULL)
    explicit_bzero (*text, strlen (*text));
  g_clear_pointer (text, g_free);
}

void
cab_place_free (CabPlace *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    wipe (&TEXT (self, i));
  g_free (self);
}

gboolean
cab_place_equal (const CabPlace *self, const CabPlace *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (g_strcmp0 (TEXT (self, i), TEXT (other, i)) != 0)
        return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      if (NUMBER (self, i) != NUMBER (other, i))
        return FALSE;
    }

  return !self->is_collapsed == !other->is_collapsed;
}

CabSecret *
cab_place_print (const CabPlace *self)
{
  GString *line;
  CabSecret *secret;

  g_return_val_if_fail (self != NULL, NULL);

  /* Long enough that it is not moved, which would leave a copy behind. */
  line = g_string_sized_new (4096);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (TEXT (self, i) == NULL)
        continue;
      g_string_append_printf (line, "%s%s=", line->len > 0 ? "&" : "", texts[i].name);
      g_string_append_uri_escaped (line, TEXT (self, i), NULL, FALSE);
    }
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      if (NUMBER (self, i) != 0)
        g_string_append_printf (line, "&%s=%" G_GINT64_FORMAT, numbers[i].name, NUMBER (self, i));
    }
  if (self->is_collapsed)
    g_string_append (line, "&" COLLAPSED "=1");

  secret = cab_secret_new_copy (line->str, line->len);
  explicit_bzero (line->str, line->len);
  g_string_free (line, TRUE);
  return secret;
}

/* Takes one `name=value`; FALSE for what no place has. */
static gboolean
set_part (CabPlace *self, const char *name, const char *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (strcmp (name, texts[i].name) != 0)
        continue;
      wipe (&TEXT (self, i));
      TEXT (self, i) = g_uri_unescape_string (value, NULL);
      return TEXT (self, i) != NULL && g_utf8_validate (TEXT (self, i), -1, NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      if (strcmp (name, numbers[i].name) == 0)
        return g_ascii_string_to_signed (value, 10, G_MININT64, G_MAXINT64, &NUMBER (self, i), NULL);
    }

  self->is_collapsed = strcmp (name, COLLAPSED) == 0 && strcmp (value, "1") == 0;
  return self->is_collapsed;
}

/* @line is taken apart in its place. */
static gboolean
read_parts (CabPlace *self, char *line)
{
  char *rest = line;
  char *part;

  while ((part = strsep (&rest, "&")) != NULL)
    {
      char *value = strchr (part, '=');

      if (value == NULL)
        return FALSE;
      *value = '\0';
      if (!set_part (self, part, value + 1))
        return FALSE;
    }

  return self->page != NULL;
}

CabPlace *
cab_place_parse (CabSecret *text)
{
  g_autoptr (CabPlace) self = g_new0 (CabPlace, 1);
  char *line;
  gsize length;
  gboolean is_good;

  g_return_val_if_fail (text != NULL, NULL);

  length = cab_secret_get_length (text);
  line = g_strndup ((const char *)cab_secret_open (text), length);
  cab_secret_close (text);
  is_good = read_parts (self, line);
  explicit_bzero (line, length);
  g_free (line);

  return is_good ? g_steal_pointer (&self) : NULL;
}

gboolean
cab_place_go_up (CabPlace *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->kind == NULL && self->client_id == NULL && self->view == NULL)
    return FALSE;

  /* What a caret and a scroll bar stood in is left. */
  wipe (&self->field);
  self->caret = 0;
  self->selection = 0;
  self->scroll = 0;
  if (self->kind != NULL)
    {
      wipe (&self->kind);
      wipe (&self->id);
    }
  else if (self->client_id != NULL)
    {
      wipe (&self->client_id);
      wipe (&self->view);
    }
  else
    {
      wipe (&self->view);
    }

  return TRUE;
}

static gboolean
is_there (CabPractice *practice, const CabKind *kind, const char *id)
{
  g_autoptr (CabRecord) record = NULL;

  if (kind == NULL || id == NULL || !cab_practice_exists (practice, kind, id))
    return FALSE;

  record = cab_practice_load (practice, kind, id, NULL);
  /* One that is damaged is there, and its page says so. */
  return record == NULL || !cab_kind_has_field (kind, CAB_SYSTEM_TRASHED_AT)
         || cab_record_is_none (record, CAB_SYSTEM_TRASHED_AT);
}

gboolean
cab_place_settle (CabPlace *self, CabPractice *practice)
{
  gboolean has_left = FALSE;

  g_return_val_if_fail (self != NULL && CAB_IS_PRACTICE (practice), FALSE);

  /* A client who has gone takes everything that was open of it along. */
  if (self->client_id != NULL && !is_there (practice, &cab_client_kind, self->client_id))
    {
      while (self->client_id != NULL)
        cab_place_go_up (self);
      return TRUE;
    }

  /* A page for a record that is not made yet names a kind without an id. */
  if (self->kind != NULL && self->id != NULL
      && !is_there (practice, cab_kind_find (self->kind), self->id))
    has_left = cab_place_go_up (self);

  return has_left;
}
