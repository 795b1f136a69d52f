/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-command.h"

#include <string.h>

static gboolean
is_settable_system_field (guint index)
{
  switch ((CabSystemField)index)
    {
    case CAB_SYSTEM_ORIGIN:
    case CAB_SYSTEM_SOURCE:
    case CAB_SYSTEM_BASIS6:
    case CAB_SYSTEM_BASIS9:
    case CAB_SYSTEM_SENSITIVITY:
      return TRUE;
    case CAB_SYSTEM_ID:
    case CAB_SYSTEM_REVISION:
    case CAB_SYSTEM_CREATED_AT:
    case CAB_SYSTEM_MODIFIED_AT:
    case CAB_SYSTEM_CREATED_BY:
    case CAB_SYSTEM_MODIFIED_BY:
    case CAB_SYSTEM_TRASHED_AT:
    case CAB_SYSTEM_BUNDLE:
    case CAB_SYSTEM_EXTENSION:
    case CAB_SYSTEM_CONTENT_DIGEST:
    case CAB_N_SYSTEM_FIELDS:
      return FALSE;
    }

  g_return_val_if_reached (FALSE);
}

/* Whether @word, one part of a synopsis, may be left out. */
static gboolean
is_optional (const char *word)
{
  return word[0] == '[';
}

static gboolean
repeats (const char *word)
{
  return strstr (word, "…") != NULL;
}

const CabCliNoun *
cab_cli_noun_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (const CabCliNoun *noun = cab_cli_nouns; noun->name != NULL; noun++)
    {
      if (strcmp (noun->name, name) == 0)
        return noun;
    }

  return NULL;
}

const CabCliCommand *
cab_cli_command_find (const char *noun, const char *verb)
{
  const CabCliNoun *found;

  g_return_val_if_fail (noun != NULL, NULL);

  found = cab_cli_noun_find (noun);
  if (found == NULL)
    return NULL;

  for (const CabCliCommand *command = found->commands; command->noun != NULL; command++)
    {
      if (g_strcmp0 (command->verb, verb) == 0)
        return command;
    }

  return NULL;
}

void
cab_cli_command_count_arguments (const CabCliCommand *self, guint *least, guint *most)
{
  g_auto (GStrv) words = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (least != NULL && most != NULL);

  *least = 0;
  *most = 0;

  if (self->arguments == NULL)
    return;

  words = g_strsplit (self->arguments, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (!is_optional (words[i]))
        *least += 1;
      if (repeats (words[i]))
        *most = G_MAXUINT;
      else if (*most != G_MAXUINT)
        *most += 1;
    }
}

/* Whether @word is one of @words, which are parted by one blank. */
static gboolean
has_word (const char *words, const char *word)
{
  g_auto (GStrv) each = g_strsplit (words != NULL ? words : "", " ", -1);

  return g_strv_contains ((const char *const *)each, word);
}

gboolean
cab_cli_field_is_settable (const CabKind *kind, guint index)
{
  const CabField *field = cab_kind_get_field (kind, index);

  if (!cab_kind_has_field (kind, index))
    return FALSE;
  if (index < CAB_N_SYSTEM_FIELDS)
    return is_settable_system_field (index);
  if (kind->owner != CAB_NO_OWNER && index == (guint)CAB_OWN (kind->owner))
    return FALSE;
  if (field->right == CAB_RIGHT_DERIVED || (field->flags & CAB_FLAG_INTERNAL) != 0)
    return FALSE;

  switch (field->type)
    {
    case CAB_FIELD_BLOB_REF:
    case CAB_FIELD_DIGEST:
    case CAB_FIELD_BYTES:
      return FALSE;
    case CAB_FIELD_TEXT:
    case CAB_FIELD_LONGTEXT:
    case CAB_FIELD_DATE:
    case CAB_FIELD_PARTIAL_DATE:
    case CAB_FIELD_INSTANT:
    case CAB_FIELD_LOCAL:
    case CAB_FIELD_ZONE:
    case CAB_FIELD_TIME:
    case CAB_FIELD_INTEGER:
    case CAB_FIELD_BOOL:
    case CAB_FIELD_DECIMAL:
    case CAB_FIELD_MONEY:
    case CAB_FIELD_CODE:
    case CAB_FIELD_CODES:
    case CAB_FIELD_REF:
      return TRUE;
    }

  g_return_val_if_reached (FALSE);
}

char *
cab_cli_field_dup_option (const CabField *field)
{
  char *name;

  g_return_val_if_fail (field != NULL, NULL);

  name = cab_field_dup_property_name (field);
  if (field->type == CAB_FIELD_REF && g_str_has_suffix (name, "-id"))
    name[strlen (name) - strlen ("-id")] = '\0';

  return name;
}

/* Whether @name is @option, or @option with "-file" behind it. */
static gboolean
names_field (const char *name, const char *option, const CabField *field, gboolean *is_file)
{
  const char *rest;

  if (!g_str_has_prefix (name, option))
    return FALSE;

  rest = name + strlen (option);
  *is_file = strcmp (rest, "-file") == 0 && field->type == CAB_FIELD_LONGTEXT;

  return *rest == '\0' || *is_file;
}

gboolean
cab_cli_command_has_field_options (const CabCliCommand *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->fields == CAB_CLI_FIELDS_ADD || self->fields == CAB_CLI_FIELDS_EDIT;
}

gboolean
cab_cli_command_has_field (const CabCliCommand *self, const CabKind *kind, guint index)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->fields != CAB_CLI_FIELDS_NONE && cab_cli_field_is_settable (kind, index)
         && !has_word (self->without, cab_kind_get_field (kind, index)->name);
}

gboolean
cab_cli_command_find_field_of (const CabCliCommand *self,
                               const CabKind *kind,
                               const char *name,
                               CabCliFieldOption *option)
{
  g_return_val_if_fail (kind != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (option != NULL, FALSE);

  for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
    {
      const CabField *field = cab_kind_get_field (kind, i);
      g_autofree char *field_option = cab_cli_field_dup_option (field);
      gboolean is_file = FALSE;

      if (!names_field (name, field_option, field, &is_file)
          || !cab_cli_command_has_field (self, kind, i))
        continue;

      *option = (CabCliFieldOption){ kind, i, field, is_file };
      return TRUE;
    }

  return FALSE;
}

gboolean
cab_cli_command_find_field (const CabCliCommand *self, const char *name, CabCliFieldOption *option)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint k = 0; self->kinds[k] != NULL; k++)
    {
      if (cab_cli_command_find_field_of (self, self->kinds[k], name, option))
        return TRUE;
    }

  return FALSE;
}
