# License Desk as an image: `docker build -t license-desk .`; how to run it: docs/operate.md.
FROM node:24-alpine AS install
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The image brings its own Node, so the one that npm would install (an optional package) stays out. No package needs its install script.
RUN npm ci --omit=dev --omit=optional --ignore-scripts
# Two fifths of what is installed is for debuggers and compilers.
RUN find node_modules -type f \( -name '*.map' -o -name '*.ts' -o -name '*.mts' -o -name '*.cts' \) -delete

FROM node:24-alpine
ENV NODE_ENV=production DATA_DIR=/data
WORKDIR /app
COPY --from=install /app/node_modules node_modules
COPY package.json ./
COPY rules rules
COPY cards cards
COPY dialogs dialogs
COPY bot bot
RUN mkdir -m 700 /data && chown 1000:1000 /data
VOLUME /data
USER 1000:1000
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3978}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "bot/main.ts"]
