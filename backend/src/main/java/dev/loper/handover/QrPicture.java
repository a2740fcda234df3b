package dev.loper.handover;

import io.nayuki.qrcodegen.QrCode;

/// A QR code as the path of an SVG (ISO/IEC 18004).
///
/// @param size modules each way
/// @param path one rectangle a run of dark modules
record QrPicture(int size, String path) {

    static QrPicture of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            int x = 0;
            while (x < code.size) {
                int run = run(code, x, y);
                if (run > 0) {
                    path.append('M').append(x).append(' ').append(y).append('h').append(run).append("v1h-").append(
                            run).append('z');
                }
                x += Math.max(1, run);
            }
        }
        return new QrPicture(code.size, path.toString());
    }

    private static int run(QrCode code, int x, int y) {
        int run = 0;
        while (x + run < code.size && code.getModule(x + run, y)) {
            run++;
        }
        return run;
    }
}
