import { simulate } from './run.ts'
for (let s=1;s<=30;s++){const c=process.cpuUsage();const o=await simulate({seed:s});const u=process.cpuUsage(c);console.log(s,(u.user+u.system)/1000|0,'ms',o.failure, [...o.counts].filter(([k])=>/compared|late/.test(k)).join())}
