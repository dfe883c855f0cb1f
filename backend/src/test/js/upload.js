// Uploads a file with the stock client in pieces, breaks off once in the middle, and resumes from the address it was given.
// Arguments: endpoint, bearer token, file, SHA-256. Prints the upload's address and how far it had come when it broke.
import { createReadStream, statSync } from "node:fs";
import { Upload } from "tus-js-client";

const [endpoint, token, path, sha256] = process.argv.slice(2);
const size = statSync(path).size;

function options(more) {
  return {
    uploadSize: size,
    chunkSize: 256 * 1024,
    retryDelays: [0, 100, 500],
    headers: { Authorization: `Bearer ${token}` },
    metadata: { filename: "photo.jpg", sha256 },
    ...more,
  };
}

function breakOff() {
  return new Promise((resolve, reject) => {
    const upload = new Upload(
      createReadStream(path),
      options({
        endpoint,
        onError: reject,
        onSuccess: () => reject(new Error("was to break before the end")),
        onChunkComplete: (chunk, accepted) => {
          if (accepted > size / 3) {
            upload.abort().then(() => resolve({ address: upload.url, accepted }), reject);
          }
        },
      }),
    );
    upload.start();
  });
}

function resume(address) {
  return new Promise((resolve, reject) => {
    const upload = new Upload(
      createReadStream(path),
      options({ uploadUrl: address, onError: reject, onSuccess: resolve }),
    );
    upload.start();
  });
}

const { address, accepted } = await breakOff();
await resume(address);
console.log(JSON.stringify({ address, accepted }));
