/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LLVMFuzzerTestOneInput:
 * @data: (array length=size): any bytes
 * @size: how many
 *
 * What each target has: it reads @data as foreign input. It may refuse it and
 * may not crash, hang or leak. With clang's `-fsanitize=fuzzer` a target is a
 * fuzzer; with `main.c` it is a test over its corpus.
 *
 * Returns: 0
 */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

G_END_DECLS
