/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-xml-writer.h"

#include "cab-bundle-plan-private.h"
#include "cab-client.h"
#include "cab-export-error.h"
#include "cab-html-writer.h"

#include <libxml/parser.h>
#include <string.h>

#include "cab-test-bundle.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

static CabBundlePlan *
make_plan (CabTestBundle *self, CabBundleProfile profile)
{
  g_autoptr (CabBundleScope) scope = cab_test_scope_new (self, profile, "/");
  g_autoptr (GError) error = NULL;
  CabBundlePlan *plan = cab_bundle_plan_new (self->test.practice, scope, NULL, &error);

  g_assert_no_error (error);
  return plan;
}

static char *
dup_record (const CabBundlePlan *plan, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);

  if (!cab_xml_write_record (plan, stream, NULL, error))
    return NULL;

  return g_strndup (g_memory_output_stream_get_data (memory),
                    g_memory_output_stream_get_data_size (memory));
}

/* Where a field stands in the table, or behind all of them. */
static int
get_place (const CabKind *kind, const char *name)
{
  return strcmp (name, "ext") == 0 ? G_MAXINT : cab_kind_find_field (kind, name);
}

static void
assert_fields_in_order (const CabKind *kind, xmlNode *record)
{
  int last = -1;

  for (xmlNode *field = record->children; field != NULL; field = field->next)
    {
      int place;

      if (field->type != XML_ELEMENT_NODE)
        continue;
      place = get_place (kind, (const char *)field->name);
      if (place <= last)
        g_error ("%s.%s is not in its place", kind->name, field->name);
      last = place;
    }
}

/* [B-20] [B-21] lists in the order of the kinds, fields in the order of their
 * tables, the id as an attribute, nothing for what is not stated */
static void
test_shape_follows_the_tables (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();

  for (guint p = 0; p < CAB_N_BUNDLE_PROFILES; p++)
    {
      g_autoptr (CabBundlePlan) plan = make_plan (&self, (CabBundleProfile)p);
      g_autofree char *content = dup_record (plan, NULL);
      g_autoptr (xmlDoc) document
          = xmlReadMemory (content, (int)strlen (content), NULL, NULL, XML_PARSE_NONET);
      xmlNode *root = xmlDocGetRootElement (document);
      guint at = 0;

      g_assert_cmpstr ((const char *)root->name, ==, plan->rules->root);
      g_assert_cmpstr ((const char *)root->ns->href, ==, CAB_RECORD_NAMESPACE);
      for (xmlNode *list = root->children; list != NULL; list = list->next)
        {
          if (list->type != XML_ELEMENT_NODE)
            continue;
          while (cab_kinds[at] != NULL
                 && strcmp (cab_kinds[at]->plural, (const char *)list->name) != 0)
            at++;
          if (cab_kinds[at] == NULL)
            g_error ("%s is not in its place", list->name);
          for (xmlNode *record = list->children; record != NULL; record = record->next)
            {
              if (record->type != XML_ELEMENT_NODE)
                continue;
              g_assert_cmpstr ((const char *)record->name, ==, cab_kinds[at]->name);
              g_assert_true (!cab_kind_has_field (cab_kinds[at], CAB_SYSTEM_ID)
                             || xmlHasProp (record, BAD_CAST "id") != NULL);
              assert_fields_in_order (cab_kinds[at], record);
            }
        }
      g_assert_null (strstr (content, "></"));
    }
}

/* [B-24] a character that no XML can hold, had it ever come in, stops the writer
 * by name of record and field */
static void
test_forbidden_character_is_refused_by_place (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_autoptr (CabBundlePlan) plan = make_plan (&self, CAB_BUNDLE_PROFILE_ACCESS);
  const CabBundleTable *table = cab_bundle_plan_get_table (plan, &cab_client_kind);
  const CabBundleItem *item = g_ptr_array_index (table->items, 0);
  g_autoptr (GError) error = NULL;

  cab_record_set_text (item->record, CAB_OWN (CAB_CLIENT_FIELD_PRESENTING), "secret\vword");
  g_assert_null (dup_record (plan, &error));
  g_assert_error (error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_EXPORT_TEXT);
  g_assert_nonnull (strstr (error->message, "Client, presenting"));
  g_assert_null (strstr (error->message, "secret"));
}

/* [B-26] parts of a newer format go back where they came from, as they came */
static void
test_extension_is_written_back (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_autoptr (CabBundlePlan) plan = make_plan (&self, CAB_BUNDLE_PROFILE_TRANSFER);
  const CabBundleTable *table = cab_bundle_plan_get_table (plan, &cab_client_kind);
  const CabBundleItem *item = g_ptr_array_index (table->items, 0);
  g_autofree char *content = NULL;

  cab_record_set_text (item->record, CAB_SYSTEM_EXTENSION, "<n xmlns=\"urn:n\">1</n>");
  content = dup_record (plan, NULL);
  g_assert_nonnull (strstr (content, "      <ext><n xmlns=\"urn:n\">1</n></ext>\n    </client>\n"));
}

/* [B-47] the page says the same in every access bundle, whatever was withheld */
static void
test_withheld_page_says_the_same (void)
{
  static const char first[] = "<p>Where the law allows or requires it, information may have been "
                              "left out. What we may tell you about that is listed here.</p>";
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  char *pages[2] = { NULL, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (CabBundleScope) scope = cab_test_scope_new (&self, CAB_BUNDLE_PROFILE_ACCESS, "/");
      g_autoptr (CabBundlePlan) plan = NULL;
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
      GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);

      if (i > 0)
        cab_bundle_scope_add_withhold (scope, self.note_id, "uk-third-party", NULL);
      plan = cab_bundle_plan_new (self.test.practice, scope, NULL, NULL);
      g_assert_cmpuint (cab_bundle_plan_get_n_withheld (plan) > 0, ==, i > 0);
      g_assert_true (cab_html_write_withheld (plan, stream, NULL));
      pages[i] = g_strndup (g_memory_output_stream_get_data (memory),
                            g_memory_output_stream_get_data_size (memory));
    }

  g_assert_cmpstr (pages[0], ==, pages[1]);
  g_assert_nonnull (strstr (pages[0], first));
  g_assert_nonnull (strstr (pages[0], "<p>Nothing is listed.</p>"));
  g_free (pages[0]);
  g_free (pages[1]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/xml-writer/shape-follows-the-tables", test_shape_follows_the_tables);
  g_test_add_func ("/xml-writer/forbidden-character-is-refused-by-place",
                   test_forbidden_character_is_refused_by_place);
  g_test_add_func ("/xml-writer/extension-is-written-back", test_extension_is_written_back);
  g_test_add_func ("/xml-writer/withheld-page-says-the-same", test_withheld_page_says_the_same);

  return g_test_run ();
}
