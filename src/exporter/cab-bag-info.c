/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-bag-info.h"

#include <string.h>

#include "cab-bag-private.h"

typedef struct
{
  char *label;
  char *value;
} InfoLine;

struct _CabBagInfo
{
  GPtrArray *lines; /* of InfoLine */
};

typedef struct
{
  CabBagInfo *info;
  GPtrArray *faults;
  guint line;
} InfoParser;

static void
free_info_line (InfoLine *line)
{
  g_free (line->label);
  g_free (line->value);
  g_free (line);
}

/* One line, whatever a person typed: every run of controls is one space. */
static char *
flatten (const char *value)
{
  GString *flat = g_string_new (NULL);

  for (; *value != '\0'; value = g_utf8_next_char (value))
    {
      gunichar c = g_utf8_get_char (value);

      if (!g_unichar_iscntrl (c) && c != 0x2028 && c != 0x2029)
        g_string_append_unichar (flat, c);
      else if (flat->len > 0 && flat->str[flat->len - 1] != ' ')
        g_string_append_c (flat, ' ');
    }

  return g_strstrip (g_string_free (flat, FALSE));
}

static gboolean
may_stand_once (const char *label)
{
  static const char *const single[]
      = { "Bagging-Date", "Payload-Oxum", "Bag-Size", "Bag-Group-Identifier" };

  for (guint i = 0; i < G_N_ELEMENTS (single); i++)
    {
      if (g_ascii_strcasecmp (single[i], label) == 0)
        return TRUE;
    }

  return FALSE;
}

/* A line that begins with a blank goes on with the line before it. */
static gboolean
continue_line (CabBagInfo *info, const char *text)
{
  InfoLine *last;
  char *joined;

  if (info->lines->len == 0)
    return FALSE;

  last = g_ptr_array_index (info->lines, info->lines->len - 1);
  joined = g_strconcat (last->value, " ", text, NULL);
  g_free (last->value);
  last->value = joined;
  return TRUE;
}

/* FALSE when the line has no label. */
static gboolean
add_line (InfoParser *parser, const char *text)
{
  const char *colon = strchr (text, ':');
  g_autofree char *label = NULL;
  InfoLine *line;

  if (colon == NULL || colon == text)
    return FALSE;

  label = g_strchomp (g_strndup (text, colon - text));
  if (may_stand_once (label) && cab_bag_info_get (parser->info, label) != NULL)
    {
      cab_bag_add_fault (parser->faults, CAB_EXPORT_ERROR_BAG_INFO_REPEAT, "bag-info.txt",
                         parser->line, label);
      return TRUE;
    }

  line = g_new0 (InfoLine, 1);
  line->label = g_steal_pointer (&label);
  line->value = g_strstrip (g_strdup (colon + 1));
  g_ptr_array_add (parser->info->lines, line);
  return TRUE;
}

static void
parse_line (const char *bytes, gsize length, gpointer data)
{
  InfoParser *parser = data;
  g_autofree char *text = NULL;
  gboolean taken;

  parser->line++;
  if (length == 0)
    return;

  text = g_strndup (bytes, length);
  if (!g_utf8_validate_len (bytes, length, NULL))
    taken = FALSE;
  else if (text[0] == ' ' || text[0] == '\t')
    taken = continue_line (parser->info, g_strstrip (text));
  else
    taken = add_line (parser, text);
  if (!taken)
    cab_bag_add_fault (parser->faults, CAB_EXPORT_ERROR_BAG_BAD_LINE, "bag-info.txt", parser->line,
                       NULL);
}

CabBagInfo *
cab_bag_info_new (void)
{
  CabBagInfo *self = g_new0 (CabBagInfo, 1);

  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)free_info_line);
  return self;
}

void
cab_bag_info_free (CabBagInfo *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->lines);
  g_free (self);
}

void
cab_bag_info_add (CabBagInfo *self, const char *label, const char *value)
{
  g_autofree char *flat = NULL;
  InfoLine *line;

  g_return_if_fail (self != NULL);
  g_return_if_fail (label != NULL && label[0] != '\0' && strpbrk (label, ": \t\r\n") == NULL);
  g_return_if_fail (value == NULL || g_utf8_validate (value, -1, NULL));

  flat = value != NULL ? flatten (value) : NULL;
  if (flat == NULL || flat[0] == '\0')
    return;

  line = g_new0 (InfoLine, 1);
  line->label = g_strdup (label);
  line->value = g_steal_pointer (&flat);
  g_ptr_array_add (self->lines, line);
}

const char *
cab_bag_info_get (CabBagInfo *self, const char *label)
{
  g_return_val_if_fail (self != NULL && label != NULL, NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const InfoLine *line = g_ptr_array_index (self->lines, i);

      if (g_ascii_strcasecmp (line->label, label) == 0)
        return line->value;
    }

  return NULL;
}

guint
cab_bag_info_get_n_lines (CabBagInfo *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->lines->len;
}

const char *
cab_bag_info_get_label (CabBagInfo *self, guint line)
{
  g_return_val_if_fail (self != NULL && line < self->lines->len, NULL);

  return ((const InfoLine *)g_ptr_array_index (self->lines, line))->label;
}

const char *
cab_bag_info_get_value (CabBagInfo *self, guint line)
{
  g_return_val_if_fail (self != NULL && line < self->lines->len, NULL);

  return ((const InfoLine *)g_ptr_array_index (self->lines, line))->value;
}

CabBagInfo *
cab_bag_info_parse (GBytes *bytes, GPtrArray *faults)
{
  InfoParser parser = { .faults = faults };

  g_return_val_if_fail (bytes != NULL && faults != NULL, NULL);

  parser.info = cab_bag_info_new ();
  cab_bag_each_line (bytes, parse_line, &parser);
  return parser.info;
}
