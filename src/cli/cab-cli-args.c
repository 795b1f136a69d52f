/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-args.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#include "cab-cli-error.h"

typedef struct
{
  const char *name; /* interned: an option made from a field is no constant */
  const char *value;
} GivenOption;

struct _CabCliArgs
{
  const CabCliNoun *noun;
  const CabCliCommand *command;
  GPtrArray *words;
  GArray *options;
};

/* What one reading of the line knows. */
typedef struct
{
  int argc;
  char **argv;
  int at;
  gboolean options_ended;
} Reader;

static const CabCliOption *
find_option (const CabCliOption *options, const char *name)
{
  if (options == NULL)
    return NULL;

  for (const CabCliOption *option = options; option->name != NULL; option++)
    {
      if (strcmp (option->name, name) == 0)
        return option;
    }

  return NULL;
}

static const CabCliOption *
find_letter (char letter)
{
  for (const CabCliOption *option = cab_cli_global_options; option->name != NULL; option++)
    {
      if (option->letter != 0 && option->letter == letter)
        return option;
    }

  return NULL;
}

static const CabCliOption from_option = { .name = "from", .value = "FILE" };
static const CabCliOption clear_option = { .name = "clear", .value = "FIELD", .repeats = TRUE };

/* Fills @found with what is known about the option @name in this command. */
static gboolean
look_up_option (const CabCliArgs *self, const char *name, CabCliOption *found)
{
  const CabCliCommand *command = self->command;
  const CabCliOption *option = find_option (cab_cli_global_options, name);
  CabCliFieldOption field_option;

  if (option == NULL && self->noun == NULL)
    option = find_option (cab_cli_program_options, name);
  if (option == NULL && command != NULL)
    option = find_option (command->options, name);
  if (option == NULL && command != NULL && cab_cli_command_has_field_options (command))
    {
      if (strcmp (name, from_option.name) == 0)
        option = &from_option;
      else if (command->fields == CAB_CLI_FIELDS_EDIT && strcmp (name, clear_option.name) == 0)
        option = &clear_option;
    }

  if (option != NULL)
    {
      *found = *option;
      return TRUE;
    }

  if (command != NULL && cab_cli_command_has_field_options (command)
      && cab_cli_command_find_field (command, name, &field_option))
    {
      *found = (CabCliOption){ .name = g_intern_string (name), .value = "VALUE" };
      return TRUE;
    }

  return FALSE;
}

static gboolean
add_option (CabCliArgs *self, const CabCliOption *option, const char *value, GError **error)
{
  GivenOption given = { option->name, value };

  if (!option->repeats && cab_cli_args_has (self, option->name))
    {
      g_set_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_USAGE,
                   _ ("The option --%s was given twice."), option->name);
      return FALSE;
    }

  g_array_append_val (self->options, given);
  return TRUE;
}

static gboolean
read_value (Reader *reader, const char *shown, const char **value, GError **error)
{
  if (reader->at + 1 >= reader->argc)
    {
      g_set_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_USAGE, _ ("The option %s needs a value."),
                   shown);
      return FALSE;
    }

  reader->at += 1;
  *value = reader->argv[reader->at];
  return TRUE;
}

/* Only the name of an option is ever repeated in an error: what follows "="
 * may be about a client. */
static gboolean
read_long_option (CabCliArgs *self, Reader *reader, GError **error)
{
  const char *word = reader->argv[reader->at] + strlen ("--");
  const char *equals = strchr (word, '=');
  g_autofree char *name = equals != NULL ? g_strndup (word, equals - word) : g_strdup (word);
  g_autofree char *shown = g_strconcat ("--", name, NULL);
  const char *value = NULL;
  CabCliOption option;

  if (!look_up_option (self, name, &option))
    {
      g_set_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_USAGE, _ ("There is no option %s here."),
                   shown);
      return FALSE;
    }

  if (option.value == NULL && equals != NULL)
    {
      g_set_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_USAGE, _ ("The option %s takes no value."),
                   shown);
      return FALSE;
    }

  if (option.value != NULL && equals != NULL)
    value = equals + 1;
  else if (option.value != NULL && !read_value (reader, shown, &value, error))
    return FALSE;

  return add_option (self, &option, value, error);
}

/* "-p FILE", "-pFILE" and "-h"; switches are not bundled, there is but one. */
static gboolean
read_short_option (CabCliArgs *self, Reader *reader, GError **error)
{
  const char *word = reader->argv[reader->at];
  const CabCliOption *option = find_letter (word[1]);
  const char shown[] = { '-', word[1], '\0' };
  const char *value = NULL;

  if (option == NULL || (option->value == NULL && word[2] != '\0'))
    {
      g_set_error (
          error, CAB_CLI_ERROR, CAB_CLI_ERROR_USAGE,
          _ ("There is no such short option here. Words that begin with “-” go behind “--”."));
      return FALSE;
    }

  if (option->value != NULL && word[2] != '\0')
    value = word + 2;
  else if (option->value != NULL && !read_value (reader, shown, &value, error))
    return FALSE;

  return add_option (self, option, value, error);
}

static gboolean
read_noun (CabCliArgs *self, const char *word, GError **error)
{
  self->noun = cab_cli_noun_find (word);
  if (self->noun == NULL)
    {
      g_set_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_USAGE, _ ("There is no noun “%s”."), word);
      return FALSE;
    }

  self->command = cab_cli_command_find (word, NULL);
  return TRUE;
}

static gboolean
read_verb (CabCliArgs *self, const char *word, GError **error)
{
  self->command = cab_cli_command_find (self->noun->name, word);
  if (self->command == NULL)
    {
      g_set_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_USAGE, _ ("“%s” has no verb “%s”."),
                   self->noun->name, word);
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_word (CabCliArgs *self, Reader *reader, GError **error)
{
  const char *word = reader->argv[reader->at];

  if (!reader->options_ended && strcmp (word, "--") == 0)
    {
      reader->options_ended = TRUE;
      return TRUE;
    }

  if (!reader->options_ended && g_str_has_prefix (word, "--"))
    return read_long_option (self, reader, error);
  if (!reader->options_ended && word[0] == '-' && word[1] != '\0')
    return read_short_option (self, reader, error);

  if (self->noun == NULL)
    return read_noun (self, word, error);
  if (self->command == NULL)
    return read_verb (self, word, error);

  g_ptr_array_add (self->words, (gpointer)word);
  return TRUE;
}

/* The first word of @arguments that is missing, as the synopsis has it. */
static char *
dup_missing_word (const CabCliCommand *command, guint n_given)
{
  g_auto (GStrv) words = g_strsplit (command->arguments, " ", -1);

  for (guint i = 0, required = 0; words[i] != NULL; i++)
    {
      if (words[i][0] == '[')
        continue;
      if (required == n_given)
        return g_strdup (words[i]);
      required++;
    }

  return g_strdup (words[0]);
}

static gboolean
check_count (const CabCliArgs *self, GError **error)
{
  guint least = 0;
  guint most = 0;

  cab_cli_command_count_arguments (self->command, &least, &most);

  if (self->words->len < least)
    {
      g_autofree char *missing = dup_missing_word (self->command, self->words->len);

      g_set_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_USAGE, _ ("%s is missing."), missing);
      return FALSE;
    }

  if (self->words->len > most)
    {
      g_set_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_USAGE,
                   ngettext ("This takes at most %u word after the verb, not %u.",
                             "This takes at most %u words after the verb, not %u.", most),
                   most, self->words->len);
      return FALSE;
    }

  return TRUE;
}

/* Whether only something about the program itself is asked. */
static gboolean
asks_about_program (const CabCliArgs *self)
{
  for (const CabCliOption *option = cab_cli_program_options; option->name != NULL; option++)
    {
      if (cab_cli_args_has (self, option->name))
        return TRUE;
    }

  return FALSE;
}

/* The options without which the command makes no sense. */
static gboolean
check_required (const CabCliArgs *self, GError **error)
{
  for (const CabCliOption *option = self->command->options; option != NULL && option->name != NULL;
       option++)
    {
      if (option->required && !cab_cli_args_has (self, option->name))
        {
          g_set_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_USAGE, _ ("The option --%s is missing."),
                       option->name);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
check_complete (const CabCliArgs *self, GError **error)
{
  if (cab_cli_args_has (self, "help") || asks_about_program (self))
    return TRUE;

  if (self->noun == NULL)
    {
      g_set_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_USAGE, _ ("A noun and a verb are missing."));
      return FALSE;
    }

  if (self->command == NULL)
    {
      g_set_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_USAGE, _ ("“%s” needs a verb."),
                   self->noun->name);
      return FALSE;
    }

  return check_count (self, error) && check_required (self, error);
}

CabCliArgs *
cab_cli_args_new (void)
{
  CabCliArgs *self = g_new0 (CabCliArgs, 1);

  self->words = g_ptr_array_new ();
  self->options = g_array_new (FALSE, FALSE, sizeof (GivenOption));
  return self;
}

void
cab_cli_args_free (CabCliArgs *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->words);
  g_array_unref (self->options);
  g_free (self);
}

gboolean
cab_cli_args_parse (CabCliArgs *self, int argc, char **argv, GError **error)
{
  Reader reader = { argc, argv, 1, FALSE };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (argv != NULL, FALSE);

  for (; reader.at < argc; reader.at++)
    {
      if (!read_word (self, &reader, error))
        return FALSE;
    }

  return check_complete (self, error);
}

const CabCliNoun *
cab_cli_args_get_noun (const CabCliArgs *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->noun;
}

const CabCliCommand *
cab_cli_args_get_command (const CabCliArgs *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->command;
}

guint
cab_cli_args_get_n_words (const CabCliArgs *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->words->len;
}

const char *
cab_cli_args_get_word (const CabCliArgs *self, guint position)
{
  g_return_val_if_fail (self != NULL, NULL);

  return position < self->words->len ? g_ptr_array_index (self->words, position) : NULL;
}

gboolean
cab_cli_args_has (const CabCliArgs *self, const char *name)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = 0; i < self->options->len; i++)
    {
      if (strcmp (g_array_index (self->options, GivenOption, i).name, name) == 0)
        return TRUE;
    }

  return FALSE;
}

const char *
cab_cli_args_get (const CabCliArgs *self, const char *name)
{
  const char *value = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < self->options->len; i++)
    {
      const GivenOption *given = &g_array_index (self->options, GivenOption, i);

      if (strcmp (given->name, name) == 0)
        value = given->value;
    }

  return value;
}

guint
cab_cli_args_get_n_options (const CabCliArgs *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->options->len;
}

const char *
cab_cli_args_get_option (const CabCliArgs *self, guint position, const char **value)
{
  const GivenOption *given;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < self->options->len, NULL);
  g_return_val_if_fail (value != NULL, NULL);

  given = &g_array_index (self->options, GivenOption, position);
  *value = given->value;
  return given->name;
}

gboolean
cab_cli_args_get_integer (const CabCliArgs *self,
                          const char *name,
                          gint64 least,
                          gint64 most,
                          gint64 *value,
                          GError **error)
{
  const char *text;

  g_return_val_if_fail (value != NULL, FALSE);

  text = cab_cli_args_get (self, name);
  if (text == NULL)
    return TRUE;

  if (!g_ascii_string_to_signed (text, 10, least, most, value, NULL))
    {
      /* Where there is no end, its number would tell a person nothing. */
      if (most == G_MAXINT64)
        g_set_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_USAGE,
                     _ ("The option --%s takes a whole number of at least %" PRId64 "."), name,
                     least);
      else
        g_set_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_USAGE,
                     _ ("The option --%s takes a whole number from %" PRId64 " to %" PRId64 "."),
                     name, least, most);
      return FALSE;
    }

  return TRUE;
}
