/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CabTestBag:
 *
 * A bag in memory, path to content, that a test can break in any way before it
 * is written to a folder.
 */
typedef GTree CabTestBag;

/** cab_test_bag_new: a small good Cabinet bundle, sealed */
CabTestBag *cab_test_bag_new (void);

/** cab_test_bag_put: sets a file; @content of %NULL removes it */
void cab_test_bag_put (CabTestBag *self, const char *path, const char *content);

/** cab_test_bag_append: adds text at the end of a file */
void cab_test_bag_append (CabTestBag *self, const char *path, const char *content);

/** cab_test_bag_get: Returns: (nullable): a file's content */
const char *cab_test_bag_get (CabTestBag *self, const char *path);

/** cab_test_bag_seal: makes payload and tag manifest of one algorithm fit the files again */
void cab_test_bag_seal (CabTestBag *self, GChecksumType type, const char *name);

/** cab_test_bag_seal_tags: makes the tag manifest alone fit, so that a fault lies elsewhere */
void cab_test_bag_seal_tags (CabTestBag *self);

/** cab_test_bag_write: writes the files into an empty folder */
void cab_test_bag_write (CabTestBag *self, const char *folder);

/** cab_test_bag_zip: Returns: (transfer full): the files as a ZIP file with the top folder `bag` */
GByteArray *cab_test_bag_zip (CabTestBag *self);

G_END_DECLS
