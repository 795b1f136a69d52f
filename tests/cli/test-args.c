/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-cli-args.h"
#include "cab-cli-error.h"

#include <string.h>

/* The command line as one string, words parted by a blank. */
static CabCliArgs *
parse (const char *line, GStrv *words, GError **error)
{
  CabCliArgs *args = cab_cli_args_new ();

  *words = g_strsplit (line, " ", -1);
  cab_cli_args_parse (args, (int)g_strv_length (*words), *words, error);
  return args;
}

static const struct
{
  const char *line;
  const char *noun;
  const char *verb;
  const char *words;
  const char *option;
  const char *value;
} goods[] = {
  { "x client list", "client", "list", "", NULL, NULL },
  { "x -p f client list", "client", "list", "", "practice", "f" },
  { "x -pf client list", "client", "list", "", "practice", "f" },
  { "x --practice=f client list", "client", "list", "", "practice", "f" },
  { "x client list -p f", "client", "list", "", "practice", "f" },
  { "x client --practice f list", "client", "list", "", "practice", "f" },
  { "x client list --format csv", "client", "list", "", "format", "csv" },
  { "x client list --format=csv", "client", "list", "", "format", "csv" },
  { "x client list --format=", "client", "list", "", "format", "" },
  { "x client show Ada", "client", "show", "Ada", NULL, NULL },
  { "x client show -- -p", "client", "show", "-p", NULL, NULL },
  { "x client show -", "client", "show", "-", NULL, NULL },
  { "x client add --given-name Ada", "client", "add", "", "given-name", "Ada" },
  { "x client add --given-name --x", "client", "add", "", "given-name", "--x" },
  { "x client add --presenting-file -", "client", "add", "", "presenting-file", "-" },
  { "x client add --from -", "client", "add", "", "from", "-" },
  { "x client edit C-1 --clear phone", "client", "edit", "C-1", "clear", "phone" },
  { "x --help", NULL, NULL, "", "help", NULL },
  { "x -h", NULL, NULL, "", "help", NULL },
  { "x client --help", "client", NULL, "", "help", NULL },
  { "x client show --help", "client", "show", "", "help", NULL },
  { "x --version", NULL, NULL, "", "version", NULL },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (goods); i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) line = NULL;
      g_autoptr (CabCliArgs) args = parse (goods[i].line, &line, &error);
      const CabCliNoun *noun = cab_cli_args_get_noun (args);
      const CabCliCommand *command = cab_cli_args_get_command (args);
      g_autoptr (GString) words = g_string_new (NULL);

      g_test_message ("%s", goods[i].line);
      g_assert_no_error (error);
      g_assert_cmpstr (noun == NULL ? NULL : noun->name, ==, goods[i].noun);
      g_assert_cmpstr (command == NULL ? NULL : command->verb, ==, goods[i].verb);

      for (guint w = 0; w < cab_cli_args_get_n_words (args); w++)
        g_string_append_printf (words, "%s%s", w > 0 ? " " : "", cab_cli_args_get_word (args, w));
      g_assert_cmpstr (words->str, ==, goods[i].words);

      if (goods[i].option != NULL)
        {
          g_assert_true (cab_cli_args_has (args, goods[i].option));
          g_assert_cmpstr (cab_cli_args_get (args, goods[i].option), ==, goods[i].value);
        }
    }
}

static const struct
{
  const char *line;
  const char *sentence;
} bads[] = {
  { "x", "A noun and a verb are missing." },
  { "x client", "“client” needs a verb." },
  { "x clients list", "There is no noun “clients”." },
  { "x client lst", "“client” has no verb “lst”." },
  { "x client show", "CLIENT is missing." },
  { "x client show a b", "This takes at most 1 word after the verb, not 2." },
  { "x client list a", "This takes at most 0 words after the verb, not 1." },
  { "x client list --frmat csv", "There is no option --frmat here." },
  { "x --format csv client list", "There is no option --format here." },
  { "x client list --given-name=secret", "There is no option --given-name here." },
  { "x client list --format", "The option --format needs a value." },
  { "x client list --all=yes", "The option --all takes no value." },
  { "x client list --all --all", "The option --all was given twice." },
  { "x client add --given-name a --given-name b", "The option --given-name was given twice." },
  { "x client list --manual", "There is no option --manual here." },
  { "x client list -z",
    "There is no such short option here. Words that begin with “-” go behind “--”." },
  { "x -p", "The option -p needs a value." },
};

/* [M-17] wrong command lines: one sentence, and no value is ever repeated */
static void
test_refuse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bads); i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) line = NULL;
      g_autoptr (CabCliArgs) args = parse (bads[i].line, &line, &error);

      g_test_message ("%s", bads[i].line);
      g_assert_nonnull (args);
      g_assert_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_USAGE);
      g_assert_cmpstr (error->message, ==, bads[i].sentence);
      g_assert_cmpint (cab_cli_error_get_status (error), ==, 2);
    }
}

static void
test_repeat (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) line = NULL;
  g_autoptr (CabCliArgs) args
      = parse ("x client edit C-1 --clear phone --clear email", &line, &error);
  const char *value = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (cab_cli_args_get_n_options (args), ==, 2);
  g_assert_cmpstr (cab_cli_args_get_option (args, 0, &value), ==, "clear");
  g_assert_cmpstr (value, ==, "phone");
  g_assert_cmpstr (cab_cli_args_get_option (args, 1, &value), ==, "clear");
  g_assert_cmpstr (value, ==, "email");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/args/takes-a-line-apart", test_parse);
  g_test_add_func ("/cli/args/refuses-wrong-lines", test_refuse);
  g_test_add_func ("/cli/args/keeps-repeated-options", test_repeat);

  return g_test_run ();
}
