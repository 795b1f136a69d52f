/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-cli-error.h"
#include "cab-cli-input.h"
#include "cab-test-folder.h"

#include <string.h>

static const struct
{
  const char *name;
  const char *text;
  const char *fields; /* name=value, joined by "|" */
  const char *body;
} goods[] = {
  { "nothing", "", "", NULL },
  { "one field", "given_name: Ada", "given_name=Ada", NULL },
  { "two fields", "a: 1\nb: 2\n", "a=1|b=2", NULL },
  { "colon in the value", "held_on: 2026-03-02T09:00", "held_on=2026-03-02T09:00", NULL },
  { "one blank is dropped", "a:  x ", "a= x ", NULL },
  { "no blank", "a:x", "a=x", NULL },
  { "empty value", "a:", "a=", NULL },
  { "comment", "# secret: no\na: 1", "a=1", NULL },
  { "further lines", "a: one\n two\n  three\n \n four", "a=one\ntwo\n three\n\nfour", NULL },
  { "block below the name", "a:\n one\n two", "a=one\ntwo", NULL },
  { "tab goes on too", "a: one\n\ttwo", "a=one\ntwo", NULL },
  { "body", "a: 1\n\nfirst\n\nsecond: x\n", "a=1", "first\n\nsecond: x\n" },
  { "body alone", "\nfirst", "", "first" },
  { "body keeps its blanks", "\n  x  ", "", "  x  " },
  { "CR LF", "a: 1\r\nb: 2\r\n\r\nbody\r\n", "a=1|b=2", "body\r\n" },
};

static char *
dup_fields (const CabCliInput *input)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < input->fields->len; i++)
    {
      const CabCliInputField *field = g_ptr_array_index (input->fields, i);

      g_string_append_printf (all, "%s%s=%s", i > 0 ? "|" : "", field->name, field->value);
    }

  return g_string_free_and_steal (g_steal_pointer (&all));
}

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (goods); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CabCliInput) input
          = cab_cli_input_new_parse ("a.txt", g_strdup (goods[i].text), &error);
      g_autofree char *fields = NULL;

      g_test_message ("%s", goods[i].name);
      g_assert_no_error (error);
      fields = dup_fields (input);
      g_assert_cmpstr (fields, ==, goods[i].fields);
      g_assert_cmpstr (input->body, ==, goods[i].body);
    }
}

static const struct
{
  const char *text;
  const char *sentence;
} bads[] = {
  { "no colon here", "a.txt, line 1: this is no “field: value”." },
  { "a: 1\n: 2", "a.txt, line 2: this is no “field: value”." },
  { " starts with a blank", "a.txt, line 1: there is no field that this line could go on with." },
};

/* [M-17] a refusal names file and line, never the value */
static void
test_refuse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bads); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CabCliInput) input
          = cab_cli_input_new_parse ("a.txt", g_strdup (bads[i].text), &error);

      g_assert_null (input);
      g_assert_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_INPUT);
      g_assert_cmpstr (error->message, ==, bads[i].sentence);
    }
}

static const struct
{
  const char *content;
  gssize length;
  const char *expected; /* NULL: refused */
} files[] = {
  { "text", -1, "text" },     { "text\n", -1, "text" },   { "text\n\n", -1, "text\n" },
  { "text\r\n", -1, "text" }, { "text\r", -1, "text\r" }, { "", 0, "" },
  { "\n", -1, "" },           { "a\0b", 3, NULL },
};

static void
test_read (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *path = cab_test_folder_dup_path (&folder, "text");

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      g_file_set_contents (path, files[i].content, files[i].length, &error);
      g_assert_no_error (error);

      text = cab_cli_input_read_text (path, NULL, &error);
      g_assert_cmpstr (text, ==, files[i].expected);
      if (files[i].expected == NULL)
        g_assert_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_INPUT);
      else
        g_assert_no_error (error);
    }
}

static void
test_read_nothing (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *path = cab_test_folder_dup_path (&folder, "missing");
  g_autoptr (GError) error = NULL;

  g_assert_null (cab_cli_input_read_text (path, NULL, &error));
  g_assert_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_INPUT);
  g_clear_error (&error);

  g_assert_null (cab_cli_input_read_text (folder.path, NULL, &error));
  g_assert_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_INPUT);
}

static void
test_read_too_much (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cab_cli_input_read_text ("/dev/zero", NULL, &error));
  g_assert_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_INPUT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/input/parses-fields-and-body", test_parse);
  g_test_add_func ("/cli/input/refuses-by-line", test_refuse);
  g_test_add_func ("/cli/input/reads-files", test_read);
  g_test_add_func ("/cli/input/refuses-what-is-not-there", test_read_nothing);
  g_test_add_func ("/cli/input/refuses-endless-files", test_read_too_much);

  return g_test_run ();
}
