/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-table.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "cab-cli-text.h"
#include "cab-csv-writer.h"
#include "cab-text-out.h"

/* A cell for people that is wider is cut, unless it is the last of its row: it
 * would push the others out of sight. The other formats have it whole. */
#define WIDEST_CELL 60

#define SHORTEST_SHOWN_ID 8

typedef struct
{
  char *name;
  char *label;
  gboolean is_text;
  gboolean is_id;
  guint width;
} Column;

struct _CabCliTable
{
  /* Borrowed */
  CabCli *cli;

  /* Owned */
  char *plural;
  char *singular;
  GArray *columns;
  GPtrArray *row;        /* the cells of the row that is being made */
  GPtrArray *cells;      /* for people: those of all rows, ready to be shown */
  GPtrArray *keys;       /* for people: of each row what it is ordered by */
  GOutputStream *stream; /* for programs: standard output, or memory for a terminal */
  CabCsvWriter *csv;     /* made with the first row */
  CabTextOut *xml;       /* made with the first row */

  char *order; /* of the row that is being made */

  /* State */
  CabCliFormat format;
  gboolean is_started; /* the heading is written */
};

static void
clear_column (gpointer data)
{
  Column *column = data;

  g_free (column->name);
  g_free (column->label);
}

gboolean
cab_cli_table_get_format (CabCli *cli, CabCliFormat *format, GError **error)
{
  const char *name = cab_cli_get_option (cli, "format");

  g_return_val_if_fail (format != NULL, FALSE);

  *format = CAB_CLI_FORMAT_TABLE;
  if (name == NULL)
    return TRUE;

  if (strcmp (name, "csv") == 0)
    *format = CAB_CLI_FORMAT_CSV;
  else if (strcmp (name, "xml") == 0)
    *format = CAB_CLI_FORMAT_XML;
  else
    return cab_cli_set_usage_error (error, _ ("--format takes “csv” or “xml”."));

  return TRUE;
}

CabCliTable *
cab_cli_table_new (CabCli *cli, CabCliFormat format, const char *plural, const char *singular)
{
  CabCliTable *self;

  g_return_val_if_fail (cli != NULL, NULL);
  g_return_val_if_fail (plural != NULL && singular != NULL, NULL);

  self = g_new0 (CabCliTable, 1);
  self->cli = cli;
  self->format = format;
  self->plural = g_strdup (plural);
  self->singular = g_strdup (singular);
  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (self->columns, clear_column);
  self->row = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  self->keys = g_ptr_array_new_with_free_func (g_free);

  /* Formats for programs leave as they are, but not onto a terminal, which
   * would obey what a record says. */
  if (isatty (STDOUT_FILENO) == 1)
    self->stream = g_memory_output_stream_new_resizable ();
  else
    self->stream = g_object_ref (cab_cli_get_output (cli));

  return self;
}

void
cab_cli_table_free (CabCliTable *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->csv, cab_csv_writer_free);
  g_clear_pointer (&self->xml, cab_text_out_free);
  g_clear_object (&self->stream);
  g_ptr_array_unref (self->keys);
  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->row);
  g_array_unref (self->columns);
  g_free (self->order);
  g_free (self->singular);
  g_free (self->plural);
  g_free (self);
}

static void
add_column (CabCliTable *self,
            const char *name,
            const char *label,
            gboolean is_text,
            gboolean is_id)
{
  Column column = { g_strdup (name), g_strdup (label), is_text, is_id, 0 };

  column.width = cab_cli_text_get_width (label);
  g_array_append_val (self->columns, column);
}

void
cab_cli_table_add_column (CabCliTable *self, const char *name, const char *label, gboolean is_text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (!self->is_started && self->row->len == 0);

  add_column (self, name, label, is_text, FALSE);
}

void
cab_cli_table_add_id_column (CabCliTable *self, const char *name, const char *label)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (!self->is_started && self->row->len == 0);

  add_column (self, name, label, FALSE, TRUE);
}

static gboolean
write_heading (CabCliTable *self, GError **error)
{
  if (self->is_started)
    return TRUE;
  self->is_started = TRUE;

  switch (self->format)
    {
    case CAB_CLI_FORMAT_TABLE:
      return TRUE;

    case CAB_CLI_FORMAT_CSV:
      self->csv = cab_csv_writer_new (self->stream);
      for (guint i = 0; i < self->columns->len; i++)
        cab_csv_writer_add_heading (self->csv, g_array_index (self->columns, Column, i).name);
      return cab_csv_writer_end_row (self->csv, error);

    case CAB_CLI_FORMAT_XML:
      self->xml = cab_text_out_new (self->stream);
      cab_text_out_add (self->xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
      cab_text_out_add_format (self->xml, "<%s>\n", self->plural);
      return cab_text_out_check (self->xml, error);
    }

  g_return_val_if_reached (FALSE);
}

void
cab_cli_table_add_cell (CabCliTable *self, const char *value)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->row->len < self->columns->len);

  g_ptr_array_add (self->row, g_strdup (value));
}

void
cab_cli_table_set_order (CabCliTable *self, const char *key)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (key != NULL);

  g_set_str (&self->order, key);
}

static void
keep_row (CabCliTable *self)
{
  g_ptr_array_add (self->keys,
                   self->order != NULL ? g_steal_pointer (&self->order) : g_strdup (""));
  for (guint i = 0; i < self->row->len; i++)
    {
      const char *value = g_ptr_array_index (self->row, i);
      g_autofree char *escaped
          = cab_cli_text_escape (value != NULL ? value : "", CAB_CLI_LINES_ESCAPED);

      if (i + 1 < self->row->len)
        g_ptr_array_add (self->cells, cab_cli_text_dup_cut (escaped, WIDEST_CELL));
      else
        g_ptr_array_add (self->cells, g_steal_pointer (&escaped));
    }
}

static gboolean
write_csv_row (CabCliTable *self, GError **error)
{
  for (guint i = 0; i < self->row->len; i++)
    {
      const char *value = g_ptr_array_index (self->row, i);

      if (g_array_index (self->columns, Column, i).is_text)
        cab_csv_writer_add_text (self->csv, value);
      else
        cab_csv_writer_add_typed (self->csv, value);
    }

  return cab_csv_writer_end_row (self->csv, error);
}

/* What is not stated has no element, as in a bundle. */
static gboolean
write_xml_row (CabCliTable *self, GError **error)
{
  cab_text_out_add_format (self->xml, "  <%s>\n", self->singular);
  for (guint i = 0; i < self->row->len; i++)
    {
      const char *name = g_array_index (self->columns, Column, i).name;
      const char *value = g_ptr_array_index (self->row, i);

      if (value == NULL)
        continue;
      cab_text_out_add_format (self->xml, "    <%s>", name);
      cab_text_out_add_text (self->xml, value);
      cab_text_out_add_format (self->xml, "</%s>\n", name);
    }
  cab_text_out_add_format (self->xml, "  </%s>\n", self->singular);

  return cab_text_out_check (self->xml, error);
}

gboolean
cab_cli_table_end_row (CabCliTable *self, GError **error)
{
  gboolean succeeded = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->row->len == self->columns->len, FALSE);

  if (!write_heading (self, error))
    return FALSE;

  switch (self->format)
    {
    case CAB_CLI_FORMAT_TABLE:
      keep_row (self);
      succeeded = TRUE;
      break;

    case CAB_CLI_FORMAT_CSV:
      succeeded = write_csv_row (self, error);
      break;

    case CAB_CLI_FORMAT_XML:
      succeeded = write_xml_row (self, error);
      break;
    }

  g_ptr_array_set_size (self->row, 0);
  return succeeded;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static gsize
count_common (const char *a, const char *b)
{
  gsize n = 0;

  while (a[n] != '\0' && a[n] == b[n])
    n++;

  return n;
}

/* Cuts the ids of the column at @position to what tells them apart. */
static void
shorten_ids (CabCliTable *self, guint position)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  gsize length = SHORTEST_SHOWN_ID;

  for (guint i = position; i < self->cells->len; i += self->columns->len)
    g_ptr_array_add (ids, g_ptr_array_index (self->cells, i));
  g_ptr_array_sort (ids, compare_texts);

  for (guint i = 1; i < ids->len; i++)
    length = MAX (length,
                  1 + count_common (g_ptr_array_index (ids, i - 1), g_ptr_array_index (ids, i)));

  for (guint i = 0; i < ids->len; i++)
    {
      char *id = g_ptr_array_index (ids, i);

      if (strlen (id) > length)
        id[length] = '\0';
    }
}

static void
measure_columns (CabCliTable *self)
{
  guint n_columns = self->columns->len;

  for (guint i = 0; i < n_columns; i++)
    {
      if (g_array_index (self->columns, Column, i).is_id)
        shorten_ids (self, i);
    }

  for (guint i = 0; i < self->cells->len; i++)
    {
      Column *column = &g_array_index (self->columns, Column, i % n_columns);
      guint width = cab_cli_text_get_width (g_ptr_array_index (self->cells, i));

      column->width = MAX (column->width, width);
    }
}

/* The last column is not padded: no line ends in blanks. */
static void
append_cell (GString *text, CabCliTable *self, guint position, const char *cell)
{
  const Column *column = &g_array_index (self->columns, Column, position);

  g_string_append (text, cell);
  if (position + 1 < self->columns->len)
    {
      cab_cli_text_append_padding (text, cab_cli_text_get_width (cell), column->width + 2);
      return;
    }

  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  g_string_append_c (text, '\n');
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  GPtrArray *keys = data;
  guint first = *(const guint *)a;
  guint second = *(const guint *)b;
  int order = strcmp (g_ptr_array_index (keys, first), g_ptr_array_index (keys, second));

  return order != 0 ? order : (first > second) - (first < second);
}

/* (transfer full): the numbers of the rows as people see them. */
static GArray *
list_rows (CabCliTable *self)
{
  GArray *rows = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->keys->len);

  for (guint i = 0; i < self->keys->len; i++)
    g_array_append_val (rows, i);
  g_array_sort_with_data (rows, compare_rows, self->keys);

  return rows;
}

static void
print_for_people (CabCliTable *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) rows = list_rows (self);
  guint n_columns = self->columns->len;

  if (self->cells->len == 0)
    {
      cab_cli_say (self->cli, _ ("There is nothing to list."));
      return;
    }

  measure_columns (self);
  for (guint i = 0; i < n_columns; i++)
    append_cell (text, self, i, g_array_index (self->columns, Column, i).label);
  for (guint i = 0; i < self->cells->len; i++)
    {
      guint row = g_array_index (rows, guint, i / n_columns);

      append_cell (text, self, i % n_columns,
                   g_ptr_array_index (self->cells, row * n_columns + i % n_columns));
    }

  cab_cli_print (self->cli, text->str);
}

/* What was kept away from the terminal, now harmless. */
static void
print_memory (CabCliTable *self)
{
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (self->stream);
  g_autofree char *text = g_strndup (g_memory_output_stream_get_data (memory),
                                     g_memory_output_stream_get_data_size (memory));
  g_autofree char *escaped = cab_cli_text_escape (text, CAB_CLI_LINES_KEPT);

  cab_cli_print (self->cli, escaped);
}

gboolean
cab_cli_table_finish (CabCliTable *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->row->len == 0, FALSE);

  if (!write_heading (self, error))
    return FALSE;

  switch (self->format)
    {
    case CAB_CLI_FORMAT_TABLE:
      print_for_people (self);
      return TRUE;

    case CAB_CLI_FORMAT_CSV:
      if (!cab_csv_writer_close (self->csv, error))
        return FALSE;
      break;

    case CAB_CLI_FORMAT_XML:
      cab_text_out_add_format (self->xml, "</%s>\n", self->plural);
      if (!cab_text_out_flush (self->xml, error))
        return FALSE;
      break;
    }

  if (G_IS_MEMORY_OUTPUT_STREAM (self->stream))
    print_memory (self);

  return TRUE;
}
