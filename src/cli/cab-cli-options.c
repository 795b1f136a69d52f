/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-command.h"

#include <glib/gi18n.h>

static void
free_shown (CabCliShownOption *option)
{
  g_free (option->name);
  g_free (option->value);
  g_free (option->help);
  g_free (option);
}

static CabCliShownOption *
add_shown (GPtrArray *options,
           const char *name,
           const char *value,
           const char *help,
           gboolean is_field)
{
  CabCliShownOption *option = g_new0 (CabCliShownOption, 1);

  option->name = g_strdup (name);
  option->value = g_strdup (value);
  option->help = g_strdup (help);
  option->is_field = is_field;
  g_ptr_array_add (options, option);
  return option;
}

/* What the value of a field's option is called: "DATE", "CLIENT". */
static char *
dup_value_name (const CabField *field)
{
  switch (field->type)
    {
    case CAB_FIELD_TEXT:
    case CAB_FIELD_LONGTEXT:
      return g_strdup ("TEXT");
    case CAB_FIELD_DATE:
    case CAB_FIELD_PARTIAL_DATE:
      return g_strdup ("DATE");
    case CAB_FIELD_INSTANT:
    case CAB_FIELD_LOCAL:
      return g_strdup ("DATE-TIME");
    case CAB_FIELD_ZONE:
      return g_strdup ("ZONE");
    case CAB_FIELD_TIME:
      return g_strdup ("TIME");
    case CAB_FIELD_INTEGER:
    case CAB_FIELD_DECIMAL:
    case CAB_FIELD_MONEY:
      return g_strdup ("NUMBER");
    case CAB_FIELD_BOOL:
      return g_strdup ("true|false");
    case CAB_FIELD_CODE:
      return g_strdup ("CODE");
    case CAB_FIELD_CODES:
      return g_strdup ("CODES");
    case CAB_FIELD_REF:
      return g_ascii_strup (field->target, -1);
    case CAB_FIELD_BLOB_REF:
    case CAB_FIELD_DIGEST:
    case CAB_FIELD_BYTES:
      break;
    }

  g_return_val_if_reached (NULL);
}

/* The label, and what may stand there where the label cannot say it. */
static char *
dup_field_help (const CabField *field)
{
  g_autoptr (GString) help = g_string_new (_ (field->label));

  if (field->codes != NULL)
    {
      g_string_append (help, field->type == CAB_FIELD_CODES ? _ (": any of") : ":");
      for (gsize i = 0; i < field->codes->n_codes; i++)
        {
          if (!field->codes->codes[i].retired)
            g_string_append_printf (help, " %s", field->codes->codes[i].code);
        }
    }
  else if (field->type == CAB_FIELD_INTEGER && field->maximum == G_MAXINT64)
    {
      g_string_append_printf (help, ", %" G_GINT64_FORMAT " …", field->minimum);
    }
  else if (field->type == CAB_FIELD_INTEGER && field->maximum > field->minimum)
    {
      g_string_append_printf (help, ", %" G_GINT64_FORMAT " … %" G_GINT64_FORMAT, field->minimum,
                              field->maximum);
    }

  return g_string_free_and_steal (g_steal_pointer (&help));
}

static void
add_field (GPtrArray *options, const CabField *field, gboolean has_options)
{
  g_autofree char *name = cab_cli_field_dup_option (field);
  g_autofree char *value = dup_value_name (field);
  g_autofree char *help = dup_field_help (field);

  add_shown (options, name, value, help, TRUE);

  if (field->type == CAB_FIELD_LONGTEXT && has_options)
    {
      g_autofree char *file_name = g_strconcat (name, "-file", NULL);
      g_autofree char *file_help = g_strdup_printf (_ ("%s, read from a file"), _ (field->label));

      add_shown (options, file_name, "FILE", file_help, TRUE);
    }
}

static gboolean
has_shown (GPtrArray *options, const CabField *field)
{
  g_autofree char *name = cab_cli_field_dup_option (field);

  for (guint i = 0; i < options->len; i++)
    {
      const CabCliShownOption *option = g_ptr_array_index (options, i);

      if (g_str_equal (option->name, name))
        return TRUE;
    }

  return FALSE;
}

/* A name that two kinds share is one option. */
static void
add_fields (GPtrArray *options,
            const CabCliCommand *command,
            const CabKind *kind,
            guint from,
            guint to)
{
  for (guint i = from; i < to; i++)
    {
      const CabField *field = cab_kind_get_field (kind, i);

      if (cab_cli_command_has_field (command, kind, i) && !has_shown (options, field))
        add_field (options, field, cab_cli_command_has_field_options (command));
    }
}

GPtrArray *
cab_cli_command_list_options (const CabCliCommand *self)
{
  g_autoptr (GPtrArray) options = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  options = g_ptr_array_new_with_free_func ((GDestroyNotify)free_shown);

  for (const CabCliOption *own = self->options; own != NULL && own->name != NULL; own++)
    {
      CabCliShownOption *shown = add_shown (options, own->name, own->value, _ (own->help), FALSE);

      shown->repeats = own->repeats;
      shown->required = own->required;
    }

  if (self->fields == CAB_CLI_FIELDS_NONE)
    return g_steal_pointer (&options);

  if (cab_cli_command_has_field_options (self))
    add_shown (options, "from", "FILE",
               _ ("read fields from a file, one “field: value” a line; “-” is standard input"),
               FALSE);
  if (self->fields == CAB_CLI_FIELDS_EDIT)
    add_shown (options, "clear", "FIELD", _ ("state nothing in that field"), FALSE)->repeats = TRUE;

  for (guint i = 0; self->kinds[i] != NULL; i++)
    add_fields (options, self, self->kinds[i], CAB_N_SYSTEM_FIELDS,
                cab_kind_get_n_fields (self->kinds[i]));

  /* The system fields come last: they are seldom wanted. */
  add_fields (options, self, self->kinds[0], 0, CAB_N_SYSTEM_FIELDS);

  return g_steal_pointer (&options);
}
